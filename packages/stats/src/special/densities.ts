import { betaln } from "./beta";
import { gammaln, gammaln1p, stirlingError } from "./gamma";
import { LOG_ROOT_2PI } from "./normal";

/**
 * The deviance x·log(x/m) + m − x ≥ 0, with all digits where x is near m too.
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  const d = x - m;
  if (!(Math.abs(d) < 0.1 * (x + m))) return x * Math.log(x / m) + m - x;
  const v = d / (x + m);
  let sum = d * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/** log(mᵃ·e⁻ᵐ/Γ(a + 1)) for real a ≥ 0 and m ≥ 0: Poisson's probabilities, if a is an integer. */
export function logPoisson(a: number, m: number): number {
  if (m === 0) return a === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (a < 1) return a * Math.log(m) - m - gammaln1p(a);
  if (m < a * 1e-300) return a * Math.log(m) - m - gammaln(a + 1);
  return -stirlingError(a) - deviance(a, m) - 0.5 * Math.log(a) - LOG_ROOT_2PI;
}

/**
 * log(xᵃ·yᵇ/B(a, b)) for a, b > 0, x in [0, 1] and y = 1 − x.
 */
export function logBetaKernel(a: number, b: number, x: number, y: number): number {
  if (x === 0 || y === 0) return Number.NEGATIVE_INFINITY;
  const n = a + b;
  if (a < 1 || b < 1 || n * x < a * 1e-290 || n * y < b * 1e-290) {
    return a * logOf(x, y) + b * logOf(y, x) - betaln(a, b);
  }
  const size = stirlingError(n) - stirlingError(a) - stirlingError(b);
  // a·b/(a + b)·√((a + b)/(2π·a·b)), the rest of Stirling's formula.
  const rest = 0.5 * (Math.log(Math.min(a, b)) + Math.log(Math.max(a, b) / n)) - LOG_ROOT_2PI;
  return size - deviance(a, n * x) - deviance(b, n * y) + rest;
}

/** log x where y = 1 − x is known as well. */
function logOf(x: number, y: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-y);
}

/** The logarithm of the binomial probability of k of n successes of probability p = 1 − q each. */
export function logBinomial(k: number, n: number, p: number, q: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  if (k === 0) return n === 0 ? 0 : n * logOf(q, p);
  if (k === n) return n * logOf(p, q);
  return logBetaKernel(k, n - k, p, q) + Math.log(n / (k * (n - k)));
}
