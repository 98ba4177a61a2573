import { betaln } from "./beta";
import { logBetaKernel } from "./densities";
import { digamma, polygamma } from "./digamma";
import { gammaln, gammaln1p, stirlingError } from "./gamma";
import type { LogTails } from "./incomplete-gamma";
import { log1mexp, polynomial } from "./polynomial";

/**
 * The regularized incomplete beta function I(a, b; x) = ∫₀ˣ tᵃ⁻¹(1 − t)ᵇ⁻¹ dt/B(a, b), for a, b > 0 and x in [0, 1];
 * NaN beyond.
 * @example
 * ```ts
 * betainc(2, 3, 0.5).toFixed(6); // → 0.687500
 * ```
 */
export function betainc(a: number, b: number, x: number): number {
  return Math.exp(logBetaTails(a, b, x, 1 - x).lower);
}

/**
 * The complement 1 − I(a, b; x), with all digits where I is nearly 1.
 * @example
 * ```ts
 * betaincc(2, 30, 0.9).toPrecision(6); // → 2.80000e-29
 * ```
 */
export function betaincc(a: number, b: number, x: number): number {
  return Math.exp(logBetaTails(a, b, x, 1 - x).upper);
}

/** log I(a, b; x) and log (1 − I(a, b; x)), where y = 1 − x. */
export function logBetaTails(a: number, b: number, x: number, y: number): LogTails {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0 };
  if (y === 0) return { lower: 0, upper: Number.NEGATIVE_INFINITY };
  if (x * (a + b + 2) < a + 1) return fromLeft(a, b, x, y);
  const { lower, upper } = fromLeft(b, a, y, x);
  return { lower: upper, upper: lower };
}

function fromLeft(a: number, b: number, x: number, y: number): LogTails {
  const kernel = logBetaKernel(a, b, x, y);
  const lower = kernel - Math.log(fraction(a, b, x, y));
  // For small a the lower tail can be nearly 1 on this side as well.
  if (lower < -0.1) return { lower, upper: log1mexp(lower) };
  if (x < 0.1 && b * x < 2) {
    const accurate = logLowerOfSmall(a, b, x);
    return { lower: accurate, upper: log1mexp(accurate) };
  }
  const upper = kernel - Math.log(fraction(b, a, y, x));
  return { lower: log1mexp(upper), upper };
}

/**
 * The continued fraction that divides xᵃyᵇ/B(a, b) to give I(a, b; x), by Lentz's method.
 * @see DiDonato and Morris (1992), Algorithm 708, ACM TOMS 18(3), 360–373, formula 9.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  let value = (a * (a * y - b * x + 1)) / (a + 1) || 1e-300;
  let [c, d] = [value, 0];
  for (let m = 1; m < 1e6; m++) {
    const even = a + 2 * m - 1;
    const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (even * even);
    const own = ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (even + 2);
    const denominator = m + (m * (b - m) * x) / even + own;
    d = 1 / (denominator + numerator * d || 1e-300);
    c = denominator + numerator / c || 1e-300;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 5e-16) break;
  }
  return value;
}

/** log I(a, b; x) = log(xᵃ·Γ(a + b)/(Γ(a + 1)·Γ(b))) + log(1 + a·Σ (1 − b)ₙ·xⁿ/(n!·(a + n))) for small a and x. */
function logLowerOfSmall(a: number, b: number, x: number): number {
  let [sum, factor] = [0, 1];
  for (let n = 1; n < 100; n++) {
    factor *= ((n - b) * x) / n;
    sum += factor / (a + n);
  }
  return a * Math.log(x) + logRise(a, b) - gammaln1p(a) + Math.log1p(a * sum);
}

/** log Γ(a + b) − log Γ(b), with all digits for small a too. */
function logRise(a: number, b: number): number {
  if (a < 1e-3 * b) {
    const series = [polygamma(3, b) / 24, polygamma(2, b) / 6, polygamma(1, b) / 2, digamma(b), 0];
    return polynomial(a, series);
  }
  if (b < 10) return gammaln(a + b) - gammaln(b);
  const error = stirlingError(a + b) - stirlingError(b);
  return error - a + a * Math.log(a + b) - (b - 0.5) * Math.log1p(-a / (a + b));
}

/**
 * The inverse of {@link betainc} in x: the x with I(a, b; x) = p, for a, b > 0 and p in [0, 1]; NaN beyond.
 * @example
 * ```ts
 * betaincinv(2, 3, 0.6875).toFixed(10); // → 0.5000000000
 * ```
 */
export function betaincinv(a: number, b: number, p: number): number {
  return betaQuantile(a, b, p, 1 - p).x;
}

/**
 * The inverse of {@link betaincc} in x: the x with 1 − I(a, b; x) = q.
 * @example
 * ```ts
 * betainccinv(2, 3, 0.3125).toFixed(10); // → 0.5000000000
 * ```
 */
export function betainccinv(a: number, b: number, q: number): number {
  return betaQuantile(a, b, 1 - q, q).x;
}

/** A number x in [0, 1], y = 1 − x and their ratio x/y, each with all its digits. */
export interface Share {
  readonly x: number;
  readonly y: number;
  readonly odds: number;
}

/** The x with I(a, b; x) = p and 1 − I(a, b; x) = q; the smaller of the two counts. */
export function betaQuantile(a: number, b: number, p: number, q: number): Share {
  if (!(a > 0 && b > 0 && p >= 0 && q >= 0)) {
    return { x: Number.NaN, y: Number.NaN, odds: Number.NaN };
  }
  if (p <= q) return share(lowerOdds(a, b, p));
  const odds = lowerOdds(b, a, q);
  const { x, y } = share(odds);
  return { x: y, y: x, odds: 1 / odds };
}

function share(odds: number): Share {
  if (odds === Number.POSITIVE_INFINITY) return { x: 1, y: 0, odds };
  return { x: odds / (1 + odds), y: 1 / (1 + odds), odds };
}

/** x/(1 − x) where I(a, b; x) = p ≤ ½, by Newton's steps for log I as a function of log odds, which is concave. */
function lowerOdds(a: number, b: number, p: number): number {
  if (p === 0) return 0;
  const target = Math.log(p);
  // A bound from below: I ≤ oddsᵃ/(a·B(a, b)).
  const bound = Math.exp((target + Math.log(a) + betaln(a, b)) / a);
  let odds = bound < (0.1 * a) / b ? bound : a / b;
  for (let i = 0; i < 100 && odds > 0; i++) {
    const { x, y } = share(odds);
    const tail = logBetaTails(a, b, x, y).lower;
    const slope = Math.exp(logBetaKernel(a, b, x, y) - tail);
    const step = (target - tail) / slope;
    odds = Math.abs(step) < 1e-3 ? odds + odds * Math.expm1(step) : odds * Math.exp(step);
    if (Math.abs(step) < 4e-16) break;
  }
  return odds;
}
