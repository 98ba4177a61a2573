import { gammaln, stirlingError } from "./gamma";
import { LOG_ROOT_2PI } from "./normal";

/**
 * The logarithm of the beta function, log Γ(a) + log Γ(b) − log Γ(a + b) for a, b > 0, with all digits for large ones.
 * @example
 * ```ts
 * betaln(1e6, 2).toFixed(8); // → -27.63102212
 * ```
 */
export function betaln(a: number, b: number): number {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  if (!(small > 0)) return small === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (large < 10) return gammaln(a) + gammaln(b) - gammaln(a + b);
  const share = small / (small + large);
  const error = stirlingError(large) - stirlingError(small + large);
  if (small < 10) {
    const log = small * Math.log(small + large);
    return gammaln(small) + error + small - log + (large - 0.5) * Math.log1p(-share);
  }
  const tails = (small - 0.5) * Math.log(share) + large * Math.log1p(-share);
  return stirlingError(small) + error + tails - 0.5 * Math.log(large) + LOG_ROOT_2PI;
}

/**
 * log C(n, k), the logarithm of the number of ways to choose k of n things, for 0 ≤ k ≤ n; −∞ beyond.
 * @example
 * ```ts
 * Math.round(Math.exp(logChoose(49, 6))); // → 13983816
 * ```
 */
export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return k === 0 || k === n ? 0 : -Math.log1p(n) - betaln(n - k + 1, k + 1);
}
