import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import { tweedie } from "./tweedie";

/** What `meanTweedieDeviance` can be told. */
export interface TweedieOptions extends FitOptions {
  /**
   * The power of the mean that the variance is proportional to: 0 normal, 1 Poisson, 1 to 2 compound Poisson and gamma,
   * 2 gamma, 3 inverse Gaussian; also below 0, but not between 0 and 1. Default 0.
   */
  readonly power?: number;
}

/**
 * The mean unit deviance of a Tweedie distribution, whose variance is proportional to a power of its mean: twice the
 * log-likelihood that is lost against predicting every y exactly. Power 0 is the mean squared error, 1 the Poisson
 * deviance, 2 the gamma deviance.
 *
 * @param yTrue shape (nSamples,)
 * @param yPred shape (nSamples,)
 * @throws ShapeError unless both have one shape and one target; ValueError for values that are no finite numbers, or that the distribution does not have (0 <= power: ŷ > 0 unless power is 0; 1 <= power < 2: y >= 0; power >= 2: y > 0); ParameterError for a power between 0 and 1.
 * @see Jørgensen (1987), Exponential dispersion models, JRSS B 49(2), 127–162.
 * @example
 * ```ts
 * meanTweedieDeviance([2, 0, 1, 4], [0.5, 0.5, 2, 2], { power: 1 }).toFixed(4); // → 1.4260
 * ```
 */
export function meanTweedieDeviance(
  yTrue: Targets,
  yPred: Targets,
  { power = 0, sampleWeight }: TweedieOptions = {},
): number {
  return tweedie("meanTweedieDeviance", [yTrue, yPred], power, sampleWeight);
}
