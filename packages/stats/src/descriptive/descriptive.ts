import { checkBetween, ParameterError, ValueError } from "@gradus/core";
import { checkSample, type FitData, meanOf } from "../distributions/fit";

/** Whether a moment is that of the sample itself or corrected for its size. */
export interface BiasOptions {
  /** false corrects for the bias of small normal samples. Default true, as in SciPy. */
  readonly bias?: boolean;
}

/** What {@link describe} tells of a sample. */
export interface Description {
  readonly nobs: number;
  readonly minmax: readonly [number, number];
  readonly mean: number;
  /** With n − 1 in the denominator; NaN for a single number. */
  readonly variance: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/**
 * The number of numbers, their range, mean, variance (n − 1), skewness and kurtosis, as SciPy's `describe`.
 * @throws ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * const summary = describe([1, 2, 3, 6]);
 * summary.mean; // → 3
 * summary.variance.toFixed(4); // → 4.6667
 * ```
 */
export function describe(data: FitData, options: BiasOptions = {}): Description {
  const x = checkSample("describe", data);
  const n = x.length;
  return {
    nobs: n,
    minmax: [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))],
    mean: meanOf(x),
    variance: (central(x, 2) * n) / (n - 1),
    skewness: skew(x, options),
    kurtosis: kurtosis(x, options),
  };
}

/**
 * The skewness m₃/m₂^(3/2), mₖ the k-th central moment; NaN where all numbers are equal.
 * @throws ValueError for a sample that is empty or not finite, or of fewer than 3 numbers without bias.
 * @example
 * ```ts
 * skew([1, 2, 3, 6]).toFixed(6); // → 0.687243
 * ```
 */
export function skew(data: FitData, { bias = true }: BiasOptions = {}): number {
  const x = checkSample("skew", data);
  const n = x.length;
  const g = central(x, 3) / central(x, 2) ** 1.5;
  if (bias) return g;
  checkSize("skew", n, 3);
  return (g * Math.sqrt(n * (n - 1))) / (n - 2);
}

/**
 * The kurtosis m₄/m₂² − 3, which is 0 for the normal distribution; NaN where all numbers are equal.
 * @throws ValueError for a sample that is empty or not finite, or of fewer than 4 numbers without bias.
 * @example
 * ```ts
 * kurtosis([1, 2, 3, 6]).toFixed(6); // → -1.000000
 * ```
 */
export function kurtosis(data: FitData, { bias = true }: BiasOptions = {}): number {
  const x = checkSample("kurtosis", data);
  const n = x.length;
  const g = central(x, 4) / central(x, 2) ** 2 - 3;
  if (bias) return g;
  checkSize("kurtosis", n, 4);
  return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g + 6);
}

/**
 * The geometric mean, the n-th root of the product.
 * @throws ValueError unless all numbers are > 0.
 * @example
 * ```ts
 * gmean([1, 4, 16]).toFixed(6); // → 4.000000
 * ```
 */
export function gmean(data: FitData): number {
  return Math.exp(meanOf(checkPositive("gmean", data).map(Math.log)));
}

/**
 * The harmonic mean n/Σ(1/x), that of speeds over equal ways.
 * @throws ValueError unless all numbers are > 0.
 * @example
 * ```ts
 * hmean([30, 60]).toFixed(6); // → 40.000000
 * ```
 */
export function hmean(data: FitData): number {
  return 1 / meanOf(checkPositive("hmean", data).map((value) => 1 / value));
}

/**
 * The mean without this share of the numbers at either end, rounded down to whole numbers of them.
 * @throws ParameterError unless the share is at least 0 and below ½; ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * trimMean([1, 2, 3, 100], 0.25); // → 2.5
 * ```
 */
export function trimMean(data: FitData, proportiontocut: number): number {
  checkBetween("trimMean", "proportiontocut", proportiontocut, [0, 0.5]);
  if (proportiontocut === 0.5) {
    throw new ParameterError("trimMean: proportiontocut must be below 0.5, got 0.5");
  }
  const sorted = checkSample("trimMean", data).toSorted();
  const cut = Math.floor(proportiontocut * sorted.length);
  return meanOf(sorted.subarray(cut, sorted.length - cut));
}

/**
 * The middle number, or the mean of the two in the middle.
 * @throws ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * median([5, 1, 3, 100]); // → 4
 * ```
 */
export function median(data: FitData): number {
  return quantileOf(checkSample("median", data).toSorted(), 0.5);
}

/**
 * The most frequent number, the least of them if several are, and how often it comes.
 * @throws ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * mode([3, 1, 3, 2]); // → { mode: 3, count: 2 }
 * ```
 */
export function mode(data: FitData): { readonly mode: number; readonly count: number } {
  const sorted = checkSample("mode", data).toSorted();
  let [best, most, run] = [sorted[0]!, 0, 0];
  for (const [i, value] of sorted.entries()) {
    run = i > 0 && value === sorted[i - 1] ? run + 1 : 1;
    if (run > most) [best, most] = [value, run];
  }
  return { mode: best, count: most };
}

/**
 * The interquartile range: the quantile of ¾ less that of ¼, each by linear interpolation (method R-7).
 * @throws ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * iqr([1, 2, 3, 4, 5]); // → 2
 * ```
 */
export function iqr(data: FitData): number {
  const sorted = checkSample("iqr", data).toSorted();
  return quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25);
}

/**
 * The median of the distances from the median, a measure of spread that outliers do not move.
 * @throws ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * medianAbsDeviation([1, 2, 3, 4, 100]); // → 1
 * ```
 */
export function medianAbsDeviation(data: FitData): number {
  const x = checkSample("medianAbsDeviation", data);
  const middle = median(x);
  return median(x.map((value) => Math.abs(value - middle)));
}

/**
 * How many standard deviations (with n − ddof in the denominator; default 0) each number lies from the mean; NaN where
 * all are equal.
 * @throws ValueError for a sample that is empty or not finite.
 * @example
 * ```ts
 * zscore([1, 3]); // → Float64Array [-1, 1]
 * ```
 */
export function zscore(data: FitData, { ddof = 0 }: { readonly ddof?: number } = {}): Float64Array {
  const x = checkSample("zscore", data);
  const mean = meanOf(x);
  const std = Math.sqrt((central(x, 2) * x.length) / (x.length - ddof));
  return x.map((value) => (value - mean) / std);
}

function central(x: Float64Array, k: number): number {
  const mean = meanOf(x);
  return meanOf(x.map((value) => (value - mean) ** k));
}

function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - low);
}

function checkSize(where: string, n: number, least: number): void {
  if (n < least) throw new ValueError(`${where}: without bias needs ${least} numbers, got ${n}`);
}

function checkPositive(where: string, data: FitData): Float64Array {
  const x = checkSample(where, data);
  const bad = x.find((value) => value <= 0);
  if (bad !== undefined) throw new ValueError(`${where}: data must be above 0, got ${bad}`);
  return x;
}
