import { checkNonNegative, checkOneOf, ParameterError, ShapeError } from "@gradus/core";
import { scoped, type Tensor } from "@gradus/tensor";
import { checkTargets, checkWeights, type Targets, type Weights } from "../base/inputs";

/** How the scores of several targets become one: numbers are the targets' weights in the mean. */
export type MultiOutput = "uniformAverage" | "rawValues" | readonly number[];

/** What a metric of regression can be told. */
export interface MetricOptions {
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights | undefined;
  /** For several targets: their mean ("uniformAverage", the default), or a weight for each in the mean. */
  readonly multioutput?: "uniformAverage" | readonly number[];
}

/** As `MetricOptions`, but asks for the score of each target. */
export interface RawMetricOptions extends Omit<MetricOptions, "multioutput"> {
  readonly multioutput: "rawValues";
}

/** Targets, predictions and weights, read and checked: columns of one target each. */
export interface Scored {
  readonly nSamples: number;
  readonly nTargets: number;
  /** The value of target j in row i is at i · nTargets + j. */
  readonly yTrue: Float64Array;
  readonly yPred: Float64Array;
  /** The weight of each row, and their sum. */
  readonly weights: Float64Array;
  readonly totalWeight: number;
}

/** As `Scored`, for what the tensors' kernels can work out. */
export interface ScoredTensors {
  /** float64, shape (nSamples, nTargets). */
  readonly expected: Tensor;
  readonly predicted: Tensor;
  /** The weight of each row, if any were given, and their sum. */
  readonly weights: Tensor | undefined;
  readonly totalWeight: number;
}

/**
 * Reads what a metric of regression compares.
 *
 * @throws ShapeError unless both have the same shape and at least one row; ValueError for values that
 *   are no finite numbers, and for weights that are negative or all 0.
 */
export function checkScoredTensors(
  where: string,
  yTrue: Targets,
  yPred: Targets,
  sampleWeight: Weights | undefined,
): ScoredTensors {
  const { Y: expected } = checkTargets(where, "yTrue", yTrue);
  const { Y: predicted } = checkTargets(where, "yPred", yPred);
  const [nSamples, nTargets] = expected.shape as [number, number];
  if (predicted.shape[0] !== nSamples || predicted.shape[1] !== nTargets) {
    throw new ShapeError(
      `${where}: expected yTrue and yPred of one shape, got (${nSamples}, ${nTargets}) and (${predicted.shape.join(", ")})`,
    );
  }
  const weights = checkWeights(where, sampleWeight, nSamples);
  return { expected, predicted, weights, totalWeight: weights?.sum().item() ?? nSamples };
}

/** As `checkScoredTensors`, as arrays. @throws as `checkScoredTensors`. */
export function checkScored(
  where: string,
  yTrue: Targets,
  yPred: Targets,
  sampleWeight: Weights | undefined,
): Scored {
  const read = checkScoredTensors(where, yTrue, yPred, sampleWeight);
  const [nSamples, nTargets] = read.expected.shape as [number, number];
  return {
    nSamples,
    nTargets,
    yTrue: read.expected.data() as Float64Array,
    yPred: read.predicted.data() as Float64Array,
    weights: (read.weights?.data() ?? new Float64Array(nSamples).fill(1)) as Float64Array,
    totalWeight: read.totalWeight,
  };
}

/** For each target the (weighted) sum of the squares. */
export function sumsOfSquares(X: Tensor, { weights }: ScoredTensors): Float64Array {
  return columnSums(X.square(), weights);
}

/** For each target the (weighted) sum. */
export function columnSums(X: Tensor, weights: Tensor | undefined): Float64Array {
  return (weights ? weights.matmul(X) : X.sum(0)).data() as Float64Array;
}

/** The (weighted) mean squared error of each target. */
export function meanSquares(
  where: string,
  [yTrue, yPred]: readonly [Targets, Targets],
  sampleWeight: Weights | undefined,
): number[] {
  return scoped(() => {
    const scored = checkScoredTensors(where, yTrue, yPred, sampleWeight);
    const sums = sumsOfSquares(scored.expected.sub(scored.predicted), scored);
    return Array.from(sums, (sum) => sum / scored.totalWeight);
  });
}

/** @throws ShapeError if there are several targets. */
export function oneTarget(where: string, scored: Scored): Scored {
  if (scored.nTargets === 1) return scored;
  throw new ShapeError(`${where}: expected one target, got ${scored.nTargets}`);
}

/** For each target Σ wᵢ·f(true, predicted, j). */
export function weightedSums(
  { nSamples, nTargets, yTrue, yPred, weights }: Scored,
  term: (expected: number, predicted: number, target: number) => number,
): Float64Array {
  const sums = new Float64Array(nTargets);
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nTargets; j++) {
      const k = i * nTargets + j;
      sums[j]! += weights[i]! * term(yTrue[k]!, yPred[k]!, j);
    }
  }
  return sums;
}

/** The weighted mean of an error for each target. */
export function weightedMeans(
  scored: Scored,
  term: (expected: number, predicted: number) => number,
): number[] {
  return Array.from(weightedSums(scored, term), (sum) => sum / scored.totalWeight);
}

/**
 * One number for all targets, or the score of each.
 *
 * @throws ParameterError for another `multioutput`, and for weights that are not one for each target, negative or
 *   all 0.
 */
export function combine(
  where: string,
  scores: readonly number[],
  multioutput: MultiOutput = "uniformAverage",
): number | number[] {
  if (Array.isArray(multioutput)) return weighted(where, scores, multioutput as readonly number[]);
  checkOneOf(where, "multioutput", multioutput as string, ["uniformAverage", "rawValues"]);
  if (multioutput === "rawValues") return [...scores];
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function weighted(where: string, scores: readonly number[], weights: readonly number[]): number {
  for (const weight of weights) checkNonNegative(where, "multioutput", weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length !== scores.length || total === 0) {
    throw new ParameterError(
      `${where}: multioutput must have a weight for each of ${scores.length} targets, not all 0, got ${weights.join(", ")}`,
    );
  }
  return scores.reduce((sum, score, j) => sum + score * weights[j]!, 0) / total;
}

/**
 * For each target 1 − lost / total: the share of what a constant loses that is not lost.
 *
 * @param forceFinite where a constant loses nothing: 1 if nothing is lost, else 0; otherwise NaN and −∞
 */
export function sharesKept(
  lost: ArrayLike<number>,
  total: ArrayLike<number>,
  forceFinite = true,
): number[] {
  return Array.from(total, (whole, j) => {
    if (whole !== 0 || !forceFinite) return 1 - lost[j]! / whole;
    return lost[j] === 0 ? 1 : 0;
  });
}

/** As `combine`, with "varianceWeighted": the mean weighted by what a constant loses of each target. */
export function combineShares(
  where: string,
  shares: readonly number[],
  total: ArrayLike<number>,
  multioutput: MultiOutput | "varianceWeighted" = "uniformAverage",
): number | number[] {
  if (multioutput !== "varianceWeighted") return combine(where, shares, multioutput);
  const weights = Array.from(total);
  // Where nothing varies all targets count alike.
  return weights.every((weight) => weight === 0)
    ? combine(where, shares)
    : weighted(where, shares, weights);
}
