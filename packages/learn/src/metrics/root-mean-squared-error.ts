import type { Targets } from "../base/inputs";
import {
  combine,
  type MetricOptions,
  type MultiOutput,
  meanSquares,
  type RawMetricOptions,
} from "./regression";

/**
 * The root of the mean squared error, √(Σ wᵢ(yᵢ − ŷᵢ)² / Σ wᵢ), in the units of y; 0 is perfect. Several
 * targets are averaged after the root.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @roadmap EVA-007
 * @example
 * ```ts
 * rootMeanSquaredError([1, 2, 3], [1, 2, 5]).toFixed(3); // → 1.155
 * ```
 */
export function rootMeanSquaredError(
  yTrue: Targets,
  yPred: Targets,
  options?: MetricOptions,
): number;
export function rootMeanSquaredError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function rootMeanSquaredError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const errors = meanSquares("rootMeanSquaredError", [yTrue, yPred], options.sampleWeight).map(
    Math.sqrt,
  );
  return combine("rootMeanSquaredError", errors, options.multioutput as MultiOutput | undefined);
}
