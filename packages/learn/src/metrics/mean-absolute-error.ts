import type { Targets } from "../base/inputs";
import {
  checkScored,
  combine,
  type MetricOptions,
  type MultiOutput,
  type RawMetricOptions,
  weightedMeans,
} from "./regression";

/**
 * The mean absolute error Σ wᵢ|yᵢ − ŷᵢ| / Σ wᵢ, in the units of y; 0 is perfect. A single large error
 * counts less than in the squared error.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @roadmap EVA-008
 * @example
 * ```ts
 * meanAbsoluteError([1, 2, 3], [1, 2, 5]).toFixed(3); // → 0.667
 * ```
 */
export function meanAbsoluteError(yTrue: Targets, yPred: Targets, options?: MetricOptions): number;
export function meanAbsoluteError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function meanAbsoluteError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const scored = checkScored("meanAbsoluteError", yTrue, yPred, options.sampleWeight);
  const errors = weightedMeans(scored, (y, p) => Math.abs(y - p));
  return combine("meanAbsoluteError", errors, options.multioutput as MultiOutput | undefined);
}
