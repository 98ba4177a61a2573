import { checkBoolean } from "@gradus/core";
import type { Targets } from "../base/inputs";
import type { R2Options, RawR2Options } from "./r2-score";
import { checkScored, combineShares, sharesKept, weightedMeans, weightedSums } from "./regression";

/**
 * The explained variance 1 − Var(y − ŷ) / Var(y): as `r2Score`, but predictions that are all too large by the same
 * amount cost nothing. 1 is perfect.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * explainedVarianceScore([1, 2, 3], [2, 3, 4]); // → 1
 * ```
 */
export function explainedVarianceScore(yTrue: Targets, yPred: Targets, options?: R2Options): number;
export function explainedVarianceScore(
  yTrue: Targets,
  yPred: Targets,
  options: RawR2Options,
): number[];
export function explainedVarianceScore(
  yTrue: Targets,
  yPred: Targets,
  options: R2Options | RawR2Options = {},
): number | number[] {
  const where = "explainedVarianceScore";
  const { multioutput, forceFinite = true } = options;
  checkBoolean(where, "forceFinite", forceFinite);
  const scored = checkScored(where, yTrue, yPred, options.sampleWeight);
  const means = weightedMeans(scored, (y) => y);
  const shifts = weightedMeans(scored, (y, p) => y - p);
  const lost = weightedSums(scored, (y, p, j) => (y - p - shifts[j]!) ** 2);
  const total = weightedSums(scored, (y, _, j) => (y - means[j]!) ** 2);
  return combineShares(where, sharesKept(lost, total, forceFinite), total, multioutput);
}
