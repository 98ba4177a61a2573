import {
  checkInteger,
  describeValue,
  ParameterError,
  RandomState,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { checkLabels, type Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import type { AnyMatrix } from "../base/sparse-inputs";
import { mutualInfoOfBoth, mutualInfoOfCodes, mutualInfoOfNumbers } from "./mutual-info";
import { readRegression } from "./r-regression";
import { type FeatureColumns, featureColumns, mean, scoreEach } from "./scores";

/** What `mutualInfoClassif` and `mutualInfoRegression` can be told. */
export interface MutualInfoOptions {
  /**
   * Which features take few values, counted one by one: all (true) or none (false), or for each whether it does. Default
   * "auto": all of a sparse X, none of a dense one.
   */
  readonly discreteFeatures?: "auto" | boolean | readonly boolean[];
  /** How many neighbours tell the density of continuous features. Default 3. */
  readonly nNeighbors?: number;
  /** Seed of the tiny noise that tells equal numbers apart. Default a new one each time. */
  readonly seed?: number | undefined;
}

/**
 * The mutual information of each feature and the classes, in nats: 0 where they are independent, and more, the more the
 * feature tells of the class, in whatever form.
 *
 * Continuous features are estimated from the distances to nearest neighbours within the class, after noise of 10⁻¹⁰ of their
 * size; estimates below 0 become 0.
 *
 * @param X features, shape (nSamples, nFeatures), dense or sparse
 * @param y labels, shape (nSamples,)
 * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels that are
 *   none, and continuous features that are sparse; ParameterError for options that are not as described.
 * @see Ross (2014), PLoS ONE 9(2), e87357.
 * @example
 * ```ts
 * const X = [[0, 1], [0, 2], [0, 1], [1, 2], [1, 1], [1, 2]];
 * const found = mutualInfoClassif(X, ["a", "a", "a", "b", "b", "b"], { discreteFeatures: true });
 * [...found].map((nats) => nats.toFixed(3)).join(", "); // → 0.693, 0.057
 * ```
 */
export function mutualInfoClassif(
  X: AnyMatrix,
  y: Labels,
  options: MutualInfoOptions = {},
): Float64Array {
  const where = "mutualInfoClassif";
  const columns = featureColumns(where, X);
  const { codes } = checkLabels(where, columns.nSamples, y);
  const { discrete, k, random } = readOptions(where, columns, options);
  const features = noisyColumns(columns, discrete, random);
  return scoreEach(features, (x, j) =>
    discrete[j] ? mutualInfoOfCodes(codesOf(x), codes) : mutualInfoOfBoth(x, codes, k),
  );
}

/**
 * The mutual information of each feature and a continuous target, in nats; see `mutualInfoClassif`.
 *
 * @param X features, shape (nSamples, nFeatures), dense or sparse
 * @param y targets, shape (nSamples,)
 * @throws as `mutualInfoClassif`
 * @see Kraskov, Stögbauer and Grassberger (2004), Physical Review E 69, 066138.
 * @example
 * ```ts
 * const X = Array.from({ length: 50 }, (_, i) => [i / 50, (i * 17) % 50]);
 * const [curve, noise] = mutualInfoRegression(X, X.map(([x]) => (x! - 0.5) ** 2), { seed: 0 });
 * curve! > 2 * noise!; // → true
 * ```
 */
export function mutualInfoRegression(
  X: AnyMatrix,
  y: Targets,
  options: MutualInfoOptions = {},
): Float64Array {
  const where = "mutualInfoRegression";
  const { columns, targets } = readRegression(where, X, y);
  const { discrete, k, random } = readOptions(where, columns, options);
  const features = noisyColumns(columns, discrete, random);
  const scaled = scaledValues(targets);
  const size = noiseSize(scaled);
  const noisy = scaled.map((value) => value + size * random.normal());
  return scoreEach(features, (x, j) =>
    discrete[j] ? mutualInfoOfBoth(noisy, codesOf(x), k) : mutualInfoOfNumbers(x, noisy, k),
  );
}

function readOptions(where: string, columns: FeatureColumns, options: MutualInfoOptions) {
  const { discreteFeatures = "auto", nNeighbors = 3, seed } = options;
  const k = checkInteger(where, "nNeighbors", nNeighbors, 1);
  const discrete = discreteMask(where, columns, discreteFeatures);
  const isContinuous = discrete.includes(false);
  if (isContinuous && columns.isSparse) {
    throw new ValueError(
      `${where}: expected only discrete features of a sparse X, got continuous ones`,
    );
  }
  if (k >= columns.nSamples) {
    throw new ParameterError(
      `${where}: nNeighbors must be less than the number of rows, ${columns.nSamples}, got ${k}`,
    );
  }
  return { discrete, k, random: new RandomState(checkSeed(where, seed) ?? anySeed()) };
}

function discreteMask(
  where: string,
  { nFeatures, isSparse }: FeatureColumns,
  option: "auto" | boolean | readonly boolean[],
): readonly boolean[] {
  if (option === "auto" || typeof option === "boolean") {
    return new Array<boolean>(nFeatures).fill(option === "auto" ? isSparse : option);
  }
  if (!Array.isArray(option) || !option.every((one) => typeof one === "boolean")) {
    throw new ParameterError(
      `${where}: discreteFeatures must be "auto", a boolean, or one for each feature, got ${describeValue(option)}`,
    );
  }
  if (option.length === nFeatures) return option;
  throw new ShapeError(
    `${where}: expected discreteFeatures for ${nFeatures} features, got ${option.length}`,
  );
}

/** Continuous features divided by their standard deviations, with noise that is drawn row by row. */
function noisyColumns(
  columns: FeatureColumns,
  discrete: readonly boolean[],
  random: RandomState,
): FeatureColumns {
  const continuous = [...discrete.keys()].filter((j) => !discrete[j]);
  if (continuous.length === 0) return columns;
  const scaled = new Map(continuous.map((j) => [j, scaledValues(columns.column(j))]));
  const sizes = continuous.map((j) => noiseSize(scaled.get(j)!));
  for (let i = 0; i < columns.nSamples; i++) {
    continuous.forEach((j, c) => {
      scaled.get(j)![i]! += sizes[c]! * random.normal();
    });
  }
  return { ...columns, column: (j) => scaled.get(j) ?? columns.column(j) };
}

function scaledValues(values: Float64Array): Float64Array {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  const isConstant = deviation <= 10 * Number.EPSILON * Math.abs(middle);
  return isConstant ? values.slice() : values.map((value) => value / deviation);
}

function noiseSize(values: Float64Array): number {
  return 1e-10 * Math.max(1, mean(values.map(Math.abs)));
}

/** Equal numbers have equal codes. */
function codesOf(values: Float64Array): Int32Array {
  const codes = new Map<number, number>();
  return Int32Array.from(values, (value) => {
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
}
