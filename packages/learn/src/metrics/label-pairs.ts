import { describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { isDataFrame } from "@gradus/data";
import { Tensor, tensor } from "@gradus/tensor";
import { checkWeights, type Weights } from "../base/inputs";
import { encodeLabels, type Label, type Labels, renumberLabels, sortLabels } from "../base/labels";

/** For every row a 0 or 1 for each label: several labels may be true at once. Shape (nSamples, nLabels). */
export type Indicators = Tensor | readonly (readonly number[])[];

/** What a metric of classification compares: one label a row, or indicators of several. */
export type ClassTargets = Labels | Indicators;

/** One true and one predicted label a row, as places among `classes`. */
export interface LabelPairs {
  readonly kind: "classes";
  readonly nSamples: number;
  /** Every label that occurs, or those that were asked for. */
  readonly classes: readonly Label[];
  /** −1 for a label that was not asked for. */
  readonly yTrue: Int32Array;
  readonly yPred: Int32Array;
  readonly weights: Float64Array;
  /** Whether weights were given. */
  readonly isWeighted: boolean;
}

/** True and predicted indicators of several labels. */
export interface IndicatorPairs {
  readonly kind: "indicators";
  readonly nSamples: number;
  readonly nLabels: number;
  /** 0 or 1; the one of label k in row i is at i · nLabels + k. */
  readonly yTrue: Float64Array;
  readonly yPred: Float64Array;
  readonly weights: Float64Array;
  readonly isWeighted: boolean;
}

/** What reading pairs of labels can be told. */
export interface PairOptions {
  readonly sampleWeight?: Weights | undefined;
  /** The only classes to look at, in this order. */
  readonly labels?: readonly Label[] | undefined;
}

/**
 * Reads what a metric of classification compares.
 *
 * @throws ShapeError unless both have as many rows; ValueError for missing labels, labels of several types
 *   and indicators other than 0 and 1, and for one side of labels and one of indicators; and as `checkWeights`.
 */
export function checkPairs(
  where: string,
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: PairOptions = {},
): LabelPairs | IndicatorPairs {
  const [isTrueMany, isPredMany] = [isIndicators(yTrue), isIndicators(yPred)];
  if (isTrueMany !== isPredMany) {
    const got = isTrueMany ? "indicators and labels" : "labels and indicators";
    throw new ValueError(`${where}: expected yTrue and yPred of one kind, got ${got}`);
  }
  return isTrueMany
    ? checkIndicatorPairs(where, yTrue as Indicators, yPred as Indicators, options.sampleWeight)
    : checkLabelPairs(where, yTrue as Labels, yPred as Labels, options);
}

/** As `checkPairs`, for metrics that know no indicators. @throws as `checkPairs`. */
export function checkLabelPairs(
  where: string,
  yTrue: Labels,
  yPred: Labels,
  { sampleWeight, labels }: PairOptions = {},
): LabelPairs {
  for (const y of [yTrue, yPred] as ClassTargets[]) {
    if (!isIndicators(y)) continue;
    throw new ValueError(`${where}: expected one label a row, got indicators of several`);
  }
  const expected = encodeLabels(where, "yTrue", yTrue, false);
  const predicted = encodeLabels(where, "yPred", yPred, false);
  const nSamples = expected.codes.length;
  checkSameRows(where, nSamples, predicted.codes.length);
  const classes = labels ?? differentLabels(where, expected.classes, predicted.classes);
  return Object.assign(rowWeights(where, sampleWeight, nSamples), {
    kind: "classes" as const,
    nSamples,
    classes,
    yTrue: renumberLabels(expected, classes),
    yPred: renumberLabels(predicted, classes),
  });
}

/** The weight of each row: 1 where none is given. @throws as `checkWeights`. */
export function rowWeights(where: string, sampleWeight: Weights | undefined, nSamples: number) {
  let weights = checkWeights(where, sampleWeight, nSamples)?.data() as Float64Array | undefined;
  return {
    isWeighted: weights !== undefined,
    /** Ones are written when they are asked for: what only counts rows does without. */
    get weights() {
      weights ??= new Float64Array(nSamples).fill(1);
      return weights;
    },
  };
}

/** Whether targets are indicators of several labels and not one label a row. */
export function isIndicators(y: unknown): y is Indicators {
  if (y instanceof Tensor) return y.ndim === 2;
  return isDataFrame(y) || (Array.isArray(y) && Array.isArray(y[0]));
}

/**
 * Reads indicators.
 *
 * @returns 0 or 1; the one of label k in row i is at i · nLabels + k
 * @throws ShapeError unless rows are of one length; ValueError for anything but 0 and 1.
 */
export function readIndicators(where: string, name: string, y: Indicators) {
  const read = y instanceof Tensor ? y : tensor(y as number[][]);
  const [nSamples, nLabels] = read.shape as [number, number];
  if (nSamples === 0 || nLabels === 0) {
    throw new ShapeError(
      `${where}: expected ${name} with at least one row and one label, got none`,
    );
  }
  const values = Float64Array.from(read.data(), Number);
  const bad = values.findIndex((value) => value !== 0 && value !== 1);
  if (bad >= 0) {
    throw new ValueError(
      `${where}: expected ${name} to be 0 or 1 for each label, got ${values[bad]} at row ${Math.floor(bad / nLabels)}, label ${bad % nLabels}`,
    );
  }
  return { values, nSamples, nLabels };
}

/**
 * The label that counts as positive: the one asked for, or 1, or true.
 *
 * @throws ParameterError if none was asked for and the labels are neither 0, 1 and −1 nor truths.
 */
export function positiveLabel(
  where: string,
  classes: readonly Label[],
  posLabel: Label | undefined,
): Label {
  if (posLabel !== undefined) return posLabel;
  if (classes.every((label) => typeof label === "boolean")) return true;
  if (classes.every((label) => label === 0 || label === 1 || label === -1)) return 1;
  throw new ParameterError(
    `${where}: expected posLabel, since the labels are ${classes.map(describeValue).join(", ")}`,
  );
}

function checkIndicatorPairs(
  where: string,
  yTrue: Indicators,
  yPred: Indicators,
  sampleWeight: Weights | undefined,
): IndicatorPairs {
  const expected = readIndicators(where, "yTrue", yTrue);
  const predicted = readIndicators(where, "yPred", yPred);
  checkSameRows(where, expected.nSamples, predicted.nSamples);
  if (expected.nLabels !== predicted.nLabels) {
    throw new ShapeError(
      `${where}: expected yTrue and yPred with as many labels, got ${expected.nLabels} and ${predicted.nLabels}`,
    );
  }
  return Object.assign(rowWeights(where, sampleWeight, expected.nSamples), {
    kind: "indicators" as const,
    nSamples: expected.nSamples,
    nLabels: expected.nLabels,
    yTrue: expected.values,
    yPred: predicted.values,
  });
}

function checkSameRows(where: string, nTrue: number, nPred: number): void {
  if (nTrue === nPred) return;
  throw new ShapeError(
    `${where}: expected yTrue and yPred with as many rows, got ${nTrue} and ${nPred}`,
  );
}

function differentLabels(
  where: string,
  expected: readonly Label[],
  predicted: readonly Label[],
): readonly Label[] {
  const [left, right] = [typeof expected[0], typeof predicted[0]];
  if (left !== right) {
    throw new ValueError(
      `${where}: expected labels of one type in yTrue and yPred, got ${left} and ${right}`,
    );
  }
  return sortLabels(new Set([...expected, ...predicted]));
}
