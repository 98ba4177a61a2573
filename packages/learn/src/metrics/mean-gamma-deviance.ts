import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import { tweedie } from "./tweedie";

/**
 * The mean gamma deviance 2(log(ŷ/y) + y/ŷ − 1), for positive amounts whose relative error matters: it does not depend
 * on their units. `meanTweedieDeviance` with power 2.
 *
 * @param yTrue shape (nSamples,)
 * @param yPred shape (nSamples,)
 * @throws ShapeError unless both have one shape and one target; ValueError for values that are no finite numbers, or not above 0.
 * @example
 * ```ts
 * meanGammaDeviance([2, 0.5, 1, 4], [0.5, 0.5, 2, 2]).toFixed(4); // → 1.0569
 * ```
 */
export function meanGammaDeviance(
  yTrue: Targets,
  yPred: Targets,
  { sampleWeight }: FitOptions = {},
): number {
  return tweedie("meanGammaDeviance", [yTrue, yPred], 2, sampleWeight);
}
