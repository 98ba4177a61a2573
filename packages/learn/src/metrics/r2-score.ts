import { checkBoolean } from "@gradus/core";
import { scoped, tensor } from "@gradus/tensor";
import type { Targets, Weights } from "../base/inputs";
import {
  checkScoredTensors,
  columnSums,
  combineShares,
  sharesKept,
  sumsOfSquares,
} from "./regression";

/** What `r2Score` can be told. */
export interface R2Options {
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights | undefined;
  /**
   * For several targets: their mean ("uniformAverage", the default), their mean weighted by the
   * variance of each ("varianceWeighted"), or a weight for each in the mean.
   */
  readonly multioutput?: "uniformAverage" | "varianceWeighted" | readonly number[];
  /** Where y does not vary: 1 for perfect predictions, 0 for others; otherwise NaN and −∞. Default true. */
  readonly forceFinite?: boolean;
}

/** As `R2Options`, but asks for the score of each target. */
export interface RawR2Options extends Omit<R2Options, "multioutput"> {
  readonly multioutput: "rawValues";
}

/**
 * The coefficient of determination R² = 1 − Σ wᵢ(yᵢ − ŷᵢ)² / Σ wᵢ(yᵢ − ȳ)²: the share of the variance of
 * y that the predictions explain. 1 is perfect, 0 is as good as the mean ȳ, and it may be negative.
 *
 * Where y does not vary it is 1 for perfect predictions and 0 for others, as in scikit-learn; for a
 * single row it is not defined, and NaN.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * r2Score([1, 2, 3], [1, 2, 4]); // → 0.5
 * ```
 */
export function r2Score(yTrue: Targets, yPred: Targets, options?: R2Options): number;
export function r2Score(yTrue: Targets, yPred: Targets, options: RawR2Options): number[];
export function r2Score(
  yTrue: Targets,
  yPred: Targets,
  { sampleWeight, multioutput, forceFinite = true }: R2Options | RawR2Options = {},
): number | number[] {
  const where = "r2Score";
  checkBoolean(where, "forceFinite", forceFinite);
  return scoped(() => {
    const scored = checkScoredTensors(where, yTrue, yPred, sampleWeight);
    const { expected, predicted, weights, totalWeight } = scored;
    const means = columnSums(expected, weights).map((sum) => sum / totalWeight);
    const residual = sumsOfSquares(expected.sub(predicted), scored);
    const total = sumsOfSquares(expected.sub(tensor(means)), scored);
    const isOne = expected.shape[0] === 1;
    const shares = isOne
      ? Array.from(means, () => Number.NaN)
      : sharesKept(residual, total, forceFinite);
    return combineShares(where, shares, total, multioutput);
  });
}
