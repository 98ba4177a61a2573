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
 * The root of `meanSquaredLogError`; several targets are averaged after the root. An error of 0.1 is a ratio of
 * about 1.1 between 1 + y and 1 + ŷ.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers, or not above −1;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * rootMeanSquaredLogError([9, 99], [9, 9]).toFixed(3); // → 1.628
 * ```
 */
export function rootMeanSquaredLogError(
  yTrue: Targets,
  yPred: Targets,
  options?: MetricOptions,
): number;
export function rootMeanSquaredLogError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function rootMeanSquaredLogError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const where = "rootMeanSquaredLogError";
  const scored = checkAboveMinusOne(where, checkScored(where, yTrue, yPred, options.sampleWeight));
  const roots = logErrors(scored).map(Math.sqrt);
  return combine(where, roots, options.multioutput as MultiOutput | undefined);
}
