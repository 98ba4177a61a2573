import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import { tweedie } from "./tweedie";

/**
 * The mean Poisson deviance 2(y log(y/ŷ) − y + ŷ), for counts: `meanTweedieDeviance` with power 1.
 *
 * @param yTrue shape (nSamples,)
 * @param yPred shape (nSamples,)
 * @throws ShapeError unless both have one shape and one target; ValueError for values that are no finite numbers, y below 0, or ŷ not above 0.
 * @example
 * ```ts
 * meanPoissonDeviance([2, 0, 1, 4], [0.5, 0.5, 2, 2]).toFixed(4); // → 1.4260
 * ```
 */
export function meanPoissonDeviance(
  yTrue: Targets,
  yPred: Targets,
  { sampleWeight }: FitOptions = {},
): number {
  return tweedie("meanPoissonDeviance", [yTrue, yPred], 1, sampleWeight);
}
