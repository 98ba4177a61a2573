import { ValueError } from "@gradus/core";
import { ndtr, ndtri } from "../special/normal";
import { polynomial } from "../special/polynomial";
import type { TestResult } from "./result";
import { meanOf, readSample, type Sample, total } from "./samples";

// Royston's polynomials, highest power first.
const FIRST = [-2.706056, 4.434685, -2.07119, -0.147981, 0.221157, 0];
const SECOND = [-3.582633, 5.682633, -1.752461, -0.293762, 0.042981, 0];
const SMALL_MEAN = [-6.714e-4, 0.025054, -0.39978, 0.544];
const SMALL_LOG_DEVIATION = [-0.0020322, 0.062767, -0.77857, 1.3822];
const MEAN = [0.0038915, -0.083751, -0.31082, -1.5861];
const LOG_DEVIATION = [0.0030302, -0.082676, -0.4803];

/**
 * Shapiro and Wilk's test of a sample coming from a normal distribution, by Royston's approximation.
 *
 * @param x from 3 to 5000 numbers; beyond the p-value may be off
 * @throws ValueError for fewer than 3 numbers, numbers that are all alike, or one that is not finite.
 * @see Royston (1995), Remark AS R94: A Remark on Algorithm AS 181, Applied Statistics 44.
 * @example
 * ```ts
 * const { statistic, pvalue } = shapiro([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]);
 * statistic.toFixed(4); // → 0.7888
 * pvalue.toFixed(5); // → 0.00670
 * ```
 */
export function shapiro(x: Sample): TestResult {
  const sorted = readSample("shapiro", "x", x, 3).sort();
  const n = sorted.length;
  if (sorted[0] === sorted[n - 1]) {
    throw new ValueError(`shapiro: expected numbers that differ, got ${n} times ${sorted[0]}`);
  }
  const a = weights(n);
  const mean = meanOf(sorted);
  const along = total(sorted, (value, i) => a[i]! * (value - mean));
  const squares = total(a, (v) => v * v) * total(sorted, (value) => (value - mean) ** 2);
  const statistic = (along * along) / squares;
  return { statistic, pvalue: pvalueOf(statistic, n) };
}

/** The weights of the sorted numbers, antisymmetric. */
function weights(n: number): Float64Array {
  const a = new Float64Array(n);
  if (n === 3) {
    a[0] = -Math.SQRT1_2;
    a[2] = Math.SQRT1_2;
    return a;
  }
  const m = a.map((_, i) => ndtri((i + 1 - 0.375) / (n + 0.25)));
  const squares = total(m, (v) => v * v);
  const root = 1 / Math.sqrt(n);
  const outer = [polynomial(root, FIRST) - m[0]! / Math.sqrt(squares)];
  if (n > 5) outer.push(polynomial(root, SECOND) - m[1]! / Math.sqrt(squares));
  const rest = outer.reduce((sum, _, i) => sum - 2 * m[i]! ** 2, squares);
  const share = outer.reduce((sum, value) => sum - 2 * value * value, 1);
  const factor = Math.sqrt(rest / share);
  for (let i = 0; i < n; i++) a[i] = m[i]! / factor;
  outer.forEach((value, i) => {
    a[i] = -value;
    a[n - 1 - i] = value;
  });
  return a;
}

function pvalueOf(W: number, n: number): number {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(W)) - Math.PI / 3));
  const y = Math.log(1 - W);
  if (n > 11) {
    const x = Math.log(n);
    return ndtr((polynomial(x, MEAN) - y) / Math.exp(polynomial(x, LOG_DEVIATION)));
  }
  const gamma = -2.273 + 0.459 * n;
  if (y >= gamma) return 1e-99;
  const z = polynomial(n, SMALL_MEAN) + Math.log(gamma - y);
  return ndtr(z / Math.exp(polynomial(n, SMALL_LOG_DEVIATION)));
}
