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
 * The mean of the relative errors |yᵢ − ŷᵢ| / |yᵢ|, as a share: 0.1 is ten percent; 0 is perfect. A target of 0 counts as
 * 2⁻⁵², which makes its error enormous: the measure is for targets far from 0.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * meanAbsolutePercentageError([100, 50], [110, 45]).toFixed(3); // → 0.100
 * ```
 */
export function meanAbsolutePercentageError(
  yTrue: Targets,
  yPred: Targets,
  options?: MetricOptions,
): number;
export function meanAbsolutePercentageError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function meanAbsolutePercentageError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const where = "meanAbsolutePercentageError";
  const scored = checkScored(where, yTrue, yPred, options.sampleWeight);
  const errors = weightedMeans(
    scored,
    (y, p) => Math.abs(y - p) / Math.max(Math.abs(y), Number.EPSILON),
  );
  return combine(where, errors, options.multioutput as MultiOutput | undefined);
}
