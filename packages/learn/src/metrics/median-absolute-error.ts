import type { Targets } from "../base/inputs";
import {
  checkScored,
  combine,
  type MetricOptions,
  type MultiOutput,
  type RawMetricOptions,
} from "./regression";
import { weightedQuantile } from "./weighted-quantile";

/**
 * The median of the absolute errors |yᵢ − ŷᵢ|, in the units of y; 0 is perfect. Half the rows may be as wrong as they
 * like. With weights it is the error with half the weight on either side, the mean of two where they meet.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`.
 * @example
 * ```ts
 * medianAbsoluteError([1, 2, 3], [1, 2.5, 90]); // → 0.5
 * ```
 */
export function medianAbsoluteError(
  yTrue: Targets,
  yPred: Targets,
  options?: MetricOptions,
): number;
export function medianAbsoluteError(
  yTrue: Targets,
  yPred: Targets,
  options: RawMetricOptions,
): number[];
export function medianAbsoluteError(
  yTrue: Targets,
  yPred: Targets,
  options: MetricOptions | RawMetricOptions = {},
): number | number[] {
  const where = "medianAbsoluteError";
  const scored = checkScored(where, yTrue, yPred, options.sampleWeight);
  const { nTargets, weights } = scored;
  const errors = scored.yTrue.map((y, k) => Math.abs(y - scored.yPred[k]!));
  const medians = Array.from({ length: nTargets }, (_, j) =>
    weightedQuantile(
      errors.filter((_, k) => k % nTargets === j),
      weights,
      0.5,
    ),
  );
  return combine(where, medians, options.multioutput as MultiOutput | undefined);
}
