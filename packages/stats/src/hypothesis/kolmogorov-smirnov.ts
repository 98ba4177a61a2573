import { checkOneOf, ValueError } from "@gradus/core";
import { kolmogorovSf, smirnovSf, twoSampleSf } from "./kolmogorov";
import type { AlternativeOptions } from "./normality";
import type { TestResult } from "./result";
import { readSample, type Sample } from "./samples";
import { ALTERNATIVES } from "./tails";

/**
 * Kolmogorov and Smirnov's test of one sample coming from a given continuous distribution. The statistic is the
 * largest distance of the empirical distribution function from it; "greater" and "less" say that the sample's function
 * lies above or below.
 *
 * @param cdf the distribution function under the null hypothesis
 * @throws ValueError for an empty sample, numbers that are not finite or a cdf that leaves [0, 1]; ParameterError for an
 * unknown alternative.
 * @example
 * ```ts
 * const { statistic, pvalue } = ks1samp([0.1, 0.2, 0.3, 0.9], (x) => x);
 * statistic.toFixed(4); // → 0.4500
 * pvalue.toFixed(4); // → 0.2929
 * ```
 */
export function ks1samp(
  x: Sample,
  cdf: (x: number) => number,
  { alternative = "two-sided" }: AlternativeOptions = {},
): TestResult {
  const where = "ks1samp";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  const sorted = readSample(where, "x", x).sort();
  const n = sorted.length;
  let [above, below] = [0, 0];
  sorted.forEach((value, i) => {
    const p = cdf(value);
    if (!(p >= 0 && p <= 1))
      throw new ValueError(`${where}: expected cdf from 0 to 1, got ${p} at ${value}`);
    above = Math.max(above, (i + 1) / n - p);
    below = Math.max(below, p - i / n);
  });
  if (alternative === "greater") return { statistic: above, pvalue: smirnovSf(n, above) };
  if (alternative === "less") return { statistic: below, pvalue: smirnovSf(n, below) };
  const statistic = Math.max(above, below);
  return { statistic, pvalue: kolmogorovSf(n, statistic) };
}

/** Options of {@link ks2samp}. */
export interface KS2Options extends AlternativeOptions {
  /** Default "auto": exact for at most 10,000 numbers a sample. */
  readonly method?: "auto" | "exact" | "asymp";
}

/**
 * Kolmogorov and Smirnov's test of two samples coming from one continuous distribution. "greater" and "less" say that
 * the empirical distribution function of x lies above or below that of y.
 *
 * @throws ValueError for an empty sample or numbers that are not finite; ParameterError for unknown options.
 * @example
 * ```ts
 * const { statistic, pvalue } = ks2samp([1, 2, 3, 4, 5], [4, 5, 6, 7]);
 * statistic.toFixed(4); // → 0.6000
 * pvalue.toFixed(4); // → 0.2857
 * ```
 */
export function ks2samp(
  x: Sample,
  y: Sample,
  { alternative = "two-sided", method = "auto" }: KS2Options = {},
): TestResult {
  const where = "ks2samp";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkOneOf(where, "method", method, ["auto", "exact", "asymp"]);
  const [a, b] = [readSample(where, "x", x).sort(), readSample(where, "y", y).sort()];
  const { above, below } = distances(a, b);
  const twoSided = alternative === "two-sided";
  const statistic = twoSided ? Math.max(above, below) : alternative === "greater" ? above : below;
  const [m, n] = [a.length, b.length];
  if (method === "exact" || (method === "auto" && Math.max(m, n) <= 10000)) {
    const [first, second] = alternative === "less" ? [n, m] : [m, n];
    return { statistic, pvalue: twoSampleSf(first, second, statistic, twoSided) };
  }
  const size = (m * n) / (m + n);
  if (twoSided) return { statistic, pvalue: kolmogorovSf(Math.round(size), statistic) };
  const [large, small] = [Math.max(m, n), Math.min(m, n)];
  const z = Math.sqrt(size) * statistic;
  const shift = (2 * z * (large + 2 * small)) / Math.sqrt(large * small * (large + small)) / 3;
  return { statistic, pvalue: Math.min(1, Math.exp(-2 * z * z - shift)) };
}

/** How far the distribution function of sorted a lies above that of b at most, and how far below. */
function distances(a: Float64Array, b: Float64Array): { above: number; below: number } {
  let [i, j, above, below] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (a[i] === value) i++;
    while (b[j] === value) j++;
    const off = i / a.length - j / b.length;
    above = Math.max(above, off);
    below = Math.max(below, -off);
  }
  return { above, below };
}
