import type { Targets } from "../base/inputs";
import { d2Pinball } from "./d2-pinball-score";
import {
  checkScored,
  type MetricOptions,
  type MultiOutput,
  type RawMetricOptions,
} from "./regression";

/**
 * The share of the absolute error that predictions save: 1 − Σ wᵢ|yᵢ − ŷᵢ| / Σ wᵢ|yᵢ − median(y)|. 1 is perfect, 0 is as
 * good as the median, and it may be negative; NaN for a single row.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * d2AbsoluteErrorScore([1, 2, 3, 10], [1, 2, 3, 6]).toFixed(2); // → 0.60
 * ```
 */
export function d2AbsoluteErrorScore(
  yTrue: Targets,
  yPred: Targets,
  options?: MetricOptions,
): number;
export function d2AbsoluteErrorScore(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function d2AbsoluteErrorScore(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const where = "d2AbsoluteErrorScore";
  const scored = checkScored(where, yTrue, yPred, options.sampleWeight);
  return d2Pinball(where, scored, 0.5, options.multioutput as MultiOutput | undefined);
}
