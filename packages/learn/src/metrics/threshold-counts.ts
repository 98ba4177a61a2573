import { ShapeError, ValueError } from "@gradus/core";
import { argsort, scoped, tensor } from "@gradus/tensor";
import { checkTargets, type Targets, type Weights } from "../base/inputs";
import { type Label, type Labels, readLabels, sortLabels } from "../base/labels";
import { positiveLabel, rowWeights } from "./label-pairs";

/** What curves over a threshold can be told. */
export interface CurveOptions {
  /** The positive class. Default 1, or true; strings have none. */
  readonly posLabel?: Label;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/** True rows of two classes with their scores. */
export interface ScoredRows {
  readonly isPositive: Uint8Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
}

/** What is predicted as positive at each threshold, from the highest score down. */
export interface ThresholdCounts {
  /** The weight of the true positives at each threshold. */
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  /** The different scores, from the highest down. */
  readonly thresholds: Float64Array;
}

/**
 * Reads labels of two classes and a score for each row.
 *
 * @throws ShapeError unless there is one score for each label; ValueError for missing labels, scores that
 *   are no finite numbers, and more than two classes without `posLabel`; ParameterError if there is no
 *   positive class.
 */
export function checkScoredRows(
  where: string,
  yTrue: Labels,
  yScore: Targets,
  { posLabel, sampleWeight }: CurveOptions,
): ScoredRows {
  const labels = readLabels(where, "yTrue", yTrue);
  const classes = sortLabels(new Set(labels));
  if (classes.length > 2 && posLabel === undefined) {
    throw new ValueError(`${where}: expected two classes in yTrue, got ${classes.length}`);
  }
  const positive = positiveLabel(where, classes, posLabel);
  const scores = readScores(where, yScore, labels.length);
  const { weights } = rowWeights(where, sampleWeight, labels.length);
  return {
    isPositive: Uint8Array.from(labels, (label) => Number(label === positive)),
    scores,
    weights,
  };
}

/** One score a row. @throws ShapeError, ValueError unless they are finite numbers, as many as rows. */
export function readScores(where: string, yScore: Targets, nSamples: number): Float64Array {
  const { Y, isVector } = checkTargets(where, "yScore", yScore);
  if (!isVector || Y.shape[0] !== nSamples) {
    throw new ShapeError(
      `${where}: expected yScore of shape (${nSamples},), got shape (${(isVector ? [Y.size] : Y.shape).join(", ")})`,
    );
  }
  return Y.data() as Float64Array;
}

/** Counts at each different score. Rows of weight 0 are left out. */
export function countAtThresholds({ isPositive, scores, weights }: ScoredRows): ThresholdCounts {
  const order = descending(scores, weights);
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  const thresholds: number[] = [];
  let [positive, negative] = [0, 0];
  order.forEach((row, place) => {
    if (isPositive[row]) positive += weights[row]!;
    else negative += weights[row]!;
    const next = order[place + 1];
    if (next !== undefined && scores[next] === scores[row]) return;
    truePositives.push(positive);
    falsePositives.push(negative);
    thresholds.push(scores[row]!);
  });
  return {
    truePositives: Float64Array.from(truePositives),
    falsePositives: Float64Array.from(falsePositives),
    thresholds: Float64Array.from(thresholds),
  };
}

/** The points of counts that are kept. */
export function keepPoints(
  { truePositives, falsePositives, thresholds }: ThresholdCounts,
  isKept: (point: number) => boolean,
): ThresholdCounts {
  const keep = (values: Float64Array) => values.filter((_, point) => isKept(point));
  return {
    truePositives: keep(truePositives),
    falsePositives: keep(falsePositives),
    thresholds: keep(thresholds),
  };
}

/** The rows with a weight, from the highest score down. */
function descending(scores: Float64Array, weights: Float64Array): Int32Array {
  const order = scoped(() => argsort(tensor(scores), -1, { descending: true }).data());
  return (order as Int32Array).filter((i) => weights[i] !== 0);
}
