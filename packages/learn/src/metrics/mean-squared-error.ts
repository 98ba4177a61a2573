import type { Targets } from "../base/inputs";
import {
  combine,
  type MetricOptions,
  type MultiOutput,
  meanSquares,
  type RawMetricOptions,
} from "./regression";

/**
 * The mean squared error Σ wᵢ(yᵢ − ŷᵢ)² / Σ wᵢ, in the squared units of y; 0 is perfect.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @roadmap EVA-006
 * @example
 * ```ts
 * meanSquaredError([1, 2, 3], [1, 2, 5]).toFixed(3); // → 1.333
 * ```
 */
export function meanSquaredError(yTrue: Targets, yPred: Targets, options?: MetricOptions): number;
export function meanSquaredError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function meanSquaredError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const errors = meanSquares("meanSquaredError", [yTrue, yPred], options.sampleWeight);
  return combine("meanSquaredError", errors, options.multioutput as MultiOutput | undefined);
}
