import { deviance, logPoisson } from "./densities";
import { erfcx } from "./erf";
import { gammaln1p } from "./gamma";
import { ndtri } from "./normal";
import { log1mexp } from "./polynomial";

/** The logarithms of a probability below a point and of the one above it. */
export interface LogTails {
  readonly lower: number;
  readonly upper: number;
}

/** The coefficients of η/(λ − 1) in powers of η, where λ − 1 − log λ = η²/2. */
const TEMME = [
  1, -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073,
  0.0003527336860670194, -0.0001787551440329218, 0.00003919263178522438, -0.000002185448510679992,
  -0.00000185406221071516, 8.296711340953087e-7, -1.7665952736826078e-7, 6.707853543401498e-9,
  1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10, -2.5514193994946248e-11,
  -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13,
  3.371763262400985e-13, -1.392388722418162e-13, 2.8534893807047445e-14, -5.139111834242572e-16,
  -1.9752288294349442e-15, 8.099521156704561e-16,
];

/**
 * The regularized lower incomplete gamma function P(a, x) = ∫₀ˣ tᵃ⁻¹·e⁻ᵗ dt/Γ(a), for a ≥ 0 and x ≥ 0; NaN beyond.
 * @example
 * ```ts
 * gammainc(3, 2).toFixed(10); // → 0.3233235838
 * ```
 */
export function gammainc(a: number, x: number): number {
  return Math.exp(logGammaTails(a, x).lower);
}

/**
 * The regularized upper incomplete gamma function Q(a, x) = 1 − P(a, x), with all digits where P is nearly 1.
 * @example
 * ```ts
 * gammaincc(3, 100).toPrecision(6); // → 1.89761e-40
 * ```
 */
export function gammaincc(a: number, x: number): number {
  return Math.exp(logGammaTails(a, x).upper);
}

/** log P(a, x) and log Q(a, x). */
export function logGammaTails(a: number, x: number): LogTails {
  if (!(a >= 0 && x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (a === 0 || x === Number.POSITIVE_INFINITY)
    return { lower: 0, upper: Number.NEGATIVE_INFINITY };
  if (x === 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0 };
  if (a > 100 && Math.abs(x - a) < 0.4 * a) return uniformly(a, x);
  if (x > 1.1 && x >= a) {
    const upper = logPoisson(a, x) + Math.log(a * fraction(a, x));
    return { lower: log1mexp(upper), upper };
  }
  const lower = logPoisson(a, x) + Math.log(series(a, x));
  if (x > 1.1 || lower < -Math.LN2) return { lower, upper: log1mexp(lower) };
  const upper = Math.log(smallUpper(a, x));
  return { lower: log1mexp(upper), upper };
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …. */
function series(a: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Q(a, x) for small a and x, where 1 − P(a, x) has few digits. */
function smallUpper(a: number, x: number): number {
  let [sum, factor] = [0, 1];
  for (let n = 1; n < 60; n++) {
    factor *= -x / n;
    sum += factor / (a + n);
  }
  const log = a * Math.log(x) - gammaln1p(a);
  return -Math.expm1(log) - a * Math.exp(log) * sum;
}

/** Legendre's continued fraction for eˣ·x⁻ᵃ·Γ(a, x), by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 1e6; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b || 1e-300);
    c = b + numerator / c || 1e-300;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 5e-16) break;
  }
  return value;
}

/**
 * Temme's expansion, uniform in x/a, for large a.
 * @see Gil, Segura and Temme (2012), Efficient and Accurate Algorithms for the Computation and Inversion of the
 * Incomplete Gamma Function Ratios, SIAM J. Sci. Comput. 34(6), section 2.4.
 */
function uniformly(a: number, x: number): LogTails {
  const exponent = deviance(a, x);
  const eta = Math.sign(x - a) * Math.sqrt((2 * exponent) / a);
  const beta: number[] = [];
  for (let k = TEMME.length - 1; k > 0; k--) {
    beta[k - 1] = TEMME[k]! + ((k + 1) * (beta[k + 1] ?? 0)) / a;
  }
  const sum = beta.reduceRight((total, b) => total * eta + b, 0) / (1 + beta[1]! / a);
  const correction = sum / Math.sqrt(2 * Math.PI * a);
  const half = 0.5 * erfcx(Math.sqrt(exponent));
  if (x >= a) {
    const upper = Math.log(half + correction) - exponent;
    return { lower: log1mexp(upper), upper };
  }
  const lower = Math.log(half - correction) - exponent;
  return { lower, upper: log1mexp(lower) };
}

/**
 * The inverse of {@link gammainc} in x: the x with P(a, x) = p, for a > 0 and p in [0, 1]; NaN beyond.
 * @example
 * ```ts
 * gammaincinv(3, 0.5).toFixed(10); // → 2.6740603137
 * ```
 */
export function gammaincinv(a: number, p: number): number {
  return gammaQuantile(a, p, 1 - p);
}

/**
 * The inverse of {@link gammaincc} in x: the x with Q(a, x) = q.
 * @example
 * ```ts
 * gammainccinv(3, 1e-40).toFixed(8); // → 100.65349312
 * ```
 */
export function gammainccinv(a: number, q: number): number {
  return gammaQuantile(a, 1 - q, q);
}

/** The x with P(a, x) = p and Q(a, x) = q; the smaller of the two counts. */
export function gammaQuantile(a: number, p: number, q: number): number {
  if (!(a > 0 && p >= 0 && q >= 0)) return Number.NaN;
  if (p === 0) return 0;
  if (q === 0) return Number.POSITIVE_INFINITY;
  const below = p <= q;
  const target = Math.log(below ? p : q);
  let x = start(a, p, q);
  // Newton's steps for the logarithm of the tail as a function of log x, which is concave: they converge from anywhere
  // to the side of which the tail is small, and at once in the tail itself.
  for (let i = 0; i < 100 && x > 0; i++) {
    const tails = logGammaTails(a, x);
    const tail = below ? tails.lower : tails.upper;
    const slope = Math.exp(logPoisson(a, x) + Math.log(a) - tail);
    const step = ((target - tail) / slope) * (below ? 1 : -1);
    x = Math.abs(step) < 1e-3 ? x + x * Math.expm1(step) : x * Math.exp(step);
    if (Math.abs(step) < 4e-16) break;
  }
  return x;
}

/** Wilson and Hilferty's approximation, or for small a a bound. */
function start(a: number, p: number, q: number): number {
  const z = p <= q ? ndtri(p) : -ndtri(q);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  if (a > 1 && root > 0.3) return a * root ** 3;
  return p <= q ? Math.exp((Math.log(p) + gammaln1p(a)) / a) : Math.max(-Math.log(q), 2 * a);
}
