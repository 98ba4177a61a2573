import type { Targets } from "../base/inputs";
import { checkAboveMinusOne, logErrors } from "./log-errors";
import {
  checkScored,
  combine,
  type MetricOptions,
  type MultiOutput,
  type RawMetricOptions,
} from "./regression";

/**
 * The mean of (log(1 + yᵢ) − log(1 + ŷᵢ))²: for counts and prices, of which the ratio matters; 0 is perfect. Predicting
 * too little costs more than predicting too much.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers, or not above −1;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * meanSquaredLogError([9, 99], [9, 9]).toFixed(3); // → 2.651
 * ```
 */
export function meanSquaredLogError(
  yTrue: Targets,
  yPred: Targets,
  options?: MetricOptions,
): number;
export function meanSquaredLogError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function meanSquaredLogError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const where = "meanSquaredLogError";
  const scored = checkAboveMinusOne(where, checkScored(where, yTrue, yPred, options.sampleWeight));
  return combine(where, logErrors(scored), options.multioutput as MultiOutput | undefined);
}
