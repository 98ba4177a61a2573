import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import { checkScored, oneTarget } from "./regression";

/**
 * The largest absolute error maxᵢ |yᵢ − ŷᵢ|, in the units of y: what the worst row costs.
 *
 * @param yTrue shape (nSamples,)
 * @param yPred shape (nSamples,)
 * @throws ShapeError unless both have one shape and one target; ValueError for values that are no finite numbers.
 * @example
 * ```ts
 * maxError([3, 2, 7], [4, 2, 7]); // → 1
 * ```
 */
export function maxError(
  yTrue: Targets,
  yPred: Targets,
  { sampleWeight }: FitOptions = {},
): number {
  const where = "maxError";
  const scored = oneTarget(where, checkScored(where, yTrue, yPred, sampleWeight));
  return scored.yTrue.reduce((worst, y, i) => Math.max(worst, Math.abs(y - scored.yPred[i]!)), 0);
}
