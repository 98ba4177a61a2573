import { checkBetween } from "@gradus/core";
import type { Interval } from "../hypothesis/samples";
import { ndtri } from "../special/normal";
import {
  checkPaired,
  type Resample,
  readResampled,
  type Samples,
  type Statistic,
  statisticsOf,
} from "./samples";

/** What {@link jackknife} finds. */
export interface JackknifeResult {
  /** The statistic less its bias. */
  readonly estimate: number;
  /** (n − 1)·(mean of the leave-one-out statistics − statistic). */
  readonly bias: number;
  readonly standardError: number;
  /** estimate ± z·standardError. */
  readonly confidenceInterval: Interval;
  /** The statistic without each observation in turn. */
  readonly leaveOneOut: Float64Array;
}

/**
 * The bias and the standard error of a statistic from leaving out each observation in turn. Several samples are
 * paired: the i-th number of each is left out together. For smooth statistics, such as means and ratios; that of a
 * median is wrong.
 *
 * @throws ValueError for fewer than 2 observations, numbers that are not finite or a statistic that is NaN; ShapeError
 * for samples of different lengths; ParameterError for a confidence outside 0 … 1 or a statistic that is no number.
 * @see Efron and Stein (1981), The Annals of Statistics 9(3), 586–596.
 * @example
 * ```ts
 * const variance = (x: Float64Array) => {
 *   const mean = x.reduce((a, b) => a + b) / x.length;
 *   return x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length;
 * };
 * const { estimate, bias } = jackknife([1, 2, 3, 6], variance);
 * estimate.toFixed(4); // → 4.6667
 * bias.toFixed(4); // → -1.1667
 * ```
 */
export function jackknife(
  data: Samples,
  statistic: Statistic,
  { confidenceLevel = 0.95 }: { readonly confidenceLevel?: number } = {},
): JackknifeResult {
  const where = "jackknife";
  checkBetween(where, "confidenceLevel", confidenceLevel, [0, 1]);
  const samples = readResampled(where, data, 2);
  checkPaired(where, samples);
  const n = samples[0]!.length;
  const whole = statisticsOf(where, statistic, [samples])[0]!;
  const leaveOneOut = statisticsOf(where, statistic, leavingOneOut(samples));
  const mean = leaveOneOut.reduce((sum, value) => sum + value, 0) / n;
  const bias = (n - 1) * (mean - whole);
  const squares = leaveOneOut.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(((n - 1) / n) * squares);
  const estimate = whole - bias;
  const half = ndtri(0.5 + confidenceLevel / 2) * standardError;
  return {
    estimate,
    bias,
    standardError,
    confidenceInterval: [estimate - half, estimate + half],
    leaveOneOut,
  };
}

/** The samples without their i-th numbers, for every i. */
export function* leavingOneOut(samples: Resample): Generator<Resample> {
  for (let i = 0; i < samples[0]!.length; i++) {
    yield samples.map((sample) => sample.filter((_, j) => j !== i));
  }
}
