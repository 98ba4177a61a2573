import { checkInteger, checkOneOf, describeValue, ParameterError } from "@gradus/core";
import { stack, type Tensor } from "@gradus/tensor";
import { askInner, hasMethod } from "../base/inner";
import { checkWeights, type Matrix, type Weights } from "../base/inputs";
import type { Predictor } from "../metrics/scorer";
import { ChangedFeatures, type FeatureName } from "./changed-features";

/** What `partialDependence` can be told. */
export interface PartialDependenceOptions {
  /**
   * "average" is the partial dependence, "individual" a curve for each row (individual conditional expectation), "both"
   * gives both. Default "average".
   */
  readonly kind?: "average" | "individual" | "both";
  /** Between which shares of the rows the grid lies. Default [0.05, 0.95]. */
  readonly percentiles?: readonly [low: number, high: number];
  /** How many points the grid has a feature; one with fewer values is looked at in all of them. Default 100. */
  readonly gridResolution?: number;
  /** Features that are looked at in all of their values. Text and booleans always are. Default none. */
  readonly categoricalFeatures?: readonly FeatureName[];
  /** Points of the grid, for features by their name or place, instead of even ones. */
  readonly customValues?: Readonly<Record<FeatureName, readonly number[]>>;
  /** What of a classifier is looked at. Default probabilities, else decisions. */
  readonly responseMethod?: "auto" | "predictProba" | "decisionFunction";
  /** How much each row counts in the average. Default 1 each. */
  readonly sampleWeight?: Weights | undefined;
}

/** How an estimator's answers depend on one feature or two. */
export interface PartialDependence {
  /** The points of the grid, a list a feature. */
  readonly gridValues: readonly (readonly (number | string | boolean)[])[];
  /** The mean answer at each point, shape (nOutputs, …points of each feature), if it was asked for. */
  readonly average: Tensor | undefined;
  /** Each row's answer at each point, shape (nOutputs, nSamples, …points of each feature), if it was asked for. */
  readonly individual: Tensor | undefined;
}

/**
 * How a fitted estimator's answers depend on a feature, or two, with all others as they are: every row is given the same
 * value of the feature, the answers are averaged, and so for each point of a grid.
 *
 * Two classes have one output, the probability of the second; more have one each. Where features go together, the rows
 * that are made up this way may be of a kind that does not exist.
 *
 * @param X rows, as the estimator takes them
 * @param features one place or name, or two of them
 * @throws ParameterError for features, percentiles, grids and methods that cannot be; ValueError for missing values in the
 *   features; and what the estimator throws.
 * @see Friedman (2001), Greedy function approximation, The Annals of Statistics 29(5), 1189–1232.
 * @see Goldstein, Kapelner, Bleich and Pitkin (2015), Peeking inside the black box, Journal of Computational and Graphical
 *   Statistics 24(1), 44–65.
 * @example
 * ```ts
 * const model = new LinearRegression().fit([[0, 1], [1, 0], [2, 1]], [1, 2, 5]);
 * const found = partialDependence(model, [[0, 1], [1, 0], [2, 1]], 0);
 * found.gridValues; // → [[0, 1, 2]]
 * found.average!.shape; // → [1, 3]
 * ```
 */
export function partialDependence(
  estimator: Predictor,
  X: Matrix,
  features: FeatureName | readonly FeatureName[],
  options: PartialDependenceOptions = {},
): PartialDependence {
  const { kind = "average", responseMethod = "auto", gridResolution = 100 } = options;
  checkOneOf(WHERE, "kind", kind, ["average", "individual", "both"]);
  checkInteger(WHERE, "gridResolution", gridResolution, 2);
  const rows = new ChangedFeatures(WHERE, X);
  const weights = checkWeights(WHERE, options.sampleWeight, rows.nRows);
  const asked = ([features].flat() as FeatureName[]).map(
    (one) => [one, rows.place(WHERE, one)] as const,
  );
  if (asked.length < 1 || asked.length > 2) {
    throw new ParameterError(`${WHERE}: expected one feature or two, got ${asked.length}`);
  }
  const axes = asked.map(([name, place]) =>
    axisOf(rows, name, place, { ...options, gridResolution }),
  );
  const respond = responder(estimator, responseMethod);
  const points = gridPoints(axes.map(({ values }) => values.length));
  const answers = points.map((point) => respond(rowsAt(rows, axes, point))); // (nSamples, nOutputs) each
  const lengths = axes.map(({ values }) => values.length);
  const [n, nOutputs] = answers[0]!.shape as [number, number];
  const individual = stack(answers, 2); // (nSamples, nOutputs, nPoints)
  return {
    gridValues: axes.map(({ values }) => values),
    average:
      kind === "individual"
        ? undefined
        : averaged(individual, weights).reshape([nOutputs, ...lengths]),
    individual:
      kind === "average"
        ? undefined
        : individual.transpose(1, 0, 2).reshape([nOutputs, n, ...lengths]),
  };
}

const WHERE = "partialDependence";

/** The points of one feature; of values that are not numbers, with a row that has each. */
interface Axis {
  readonly place: number;
  readonly values: readonly (number | string | boolean)[];
  readonly rows: Int32Array | undefined;
}

/** Every choice of a place on each axis, the last axis running fastest. */
function gridPoints(lengths: readonly number[]): number[][] {
  let points: number[][] = [[]];
  for (const length of lengths) {
    points = points.flatMap((point) => Array.from({ length }, (_, k) => [...point, k]));
  }
  return points;
}

function rowsAt(rows: ChangedFeatures, axes: readonly Axis[], point: readonly number[]): Matrix {
  const taken = axes.flatMap((axis, a) =>
    axis.rows ? [[axis.place, axis.rows[point[a]!]!] as const] : [],
  );
  const held = axes.flatMap((axis, a) =>
    axis.rows ? [] : [[axis.place, axis.values[point[a]!] as number] as const],
  );
  const sources = new Map(taken.map(([j, row]) => [j, new Int32Array(rows.nRows).fill(row)]));
  if (held.length === 0) return rows.taking(sources);
  const base = sources.size > 0 ? new ChangedFeatures(WHERE, rows.taking(sources)) : rows;
  return base.holding(new Map(held));
}

function axisOf(
  rows: ChangedFeatures,
  name: FeatureName,
  place: number,
  {
    categoricalFeatures = [],
    customValues,
    percentiles = [0.05, 0.95],
    gridResolution,
  }: PartialDependenceOptions & { readonly gridResolution: number },
): Axis {
  const custom = customValues?.[name];
  if (custom) return { place, values: [...custom], rows: undefined };
  const [low, high] = percentiles;
  if (!(low >= 0 && low < high && high <= 1)) {
    throw new ParameterError(
      `${WHERE}: percentiles must be two shares from 0 to 1, the first one smaller, got ${describeValue(percentiles)}`,
    );
  }
  const numbers = rows.numbers(place);
  const isCategory =
    !numbers || categoricalFeatures.some((one) => rows.place(WHERE, one) === place);
  const distinct = rows.distinct(WHERE, place);
  if (isCategory) return { place, ...distinct };
  if (distinct.values.length < gridResolution)
    return { place, values: distinct.values, rows: undefined };
  const sorted = numbers.slice().sort();
  const [first, last] = [quantileOf(sorted, low), quantileOf(sorted, high)];
  if (Math.abs(first - last) <= 1e-8 + 1e-5 * Math.abs(last)) {
    throw new ParameterError(
      `${WHERE}: percentiles must be farther apart: both of feature ${describeValue(name)} are ${first}`,
    );
  }
  const step = (last - first) / (gridResolution - 1);
  const values = Array.from({ length: gridResolution }, (_, k) => first + k * step);
  values[gridResolution - 1] = last;
  return { place, values, rows: undefined };
}

/** The quantile of sorted values by Cunnane's method, α = β = 0.4. */
function quantileOf(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  const at = n * share + 0.4 + share * (1 - 0.4 - 0.4);
  const below = Math.floor(Math.min(Math.max(at, 1), n - 1));
  const part = Math.min(Math.max(at - below, 0), 1);
  return (1 - part) * sorted[below - 1]! + part * sorted[below]!;
}

/** The answers of an estimator as columns: a regressor's predictions, or what is said of each class, of two the second. */
function responder(
  estimator: Predictor,
  method: "auto" | "predictProba" | "decisionFunction",
): (X: Matrix) => Tensor {
  checkOneOf(WHERE, "responseMethod", method, ["auto", "predictProba", "decisionFunction"]);
  if (estimator.estimatorType === "regressor") {
    if (method !== "auto") {
      throw new ParameterError(
        `${WHERE}: responseMethod must be "auto" for regressors, got ${describeValue(method)}`,
      );
    }
    return (X) => asColumns(estimator.predict(X));
  }
  const auto = hasMethod(estimator, "predictProba") ? "predictProba" : "decisionFunction";
  const name = method === "auto" ? auto : method;
  return (X) => {
    const answers = asColumns(askInner(WHERE, estimator, name, X));
    return answers.shape[1] === 2 && name === "predictProba"
      ? answers.slice(null, [1, 2])
      : answers;
  };
}

function asColumns(answers: Tensor): Tensor {
  return answers.ndim === 1 ? answers.unsqueeze(1) : answers;
}

/** The (weighted) mean over the rows, shape (nOutputs, nPoints). */
function averaged(individual: Tensor, weights: Tensor | undefined): Tensor {
  if (!weights) return individual.mean(0);
  const n = weights.size;
  return individual
    .mul(weights.reshape([n, 1, 1]))
    .sum(0)
    .div(weights.sum());
}
