import { LOG_ROOT_2PI } from "./normal";
import { polynomial } from "./polynomial";

// Cephes gamma.c (Moshier 1989), as in the kernels' lgamma of whole arrays.
const SMALL_P = [
  -1378.2515256912086, -38801.631513463784, -331612.9927388712, -1162370.974927623,
  -1721737.0082083966, -853555.6642457654,
];
const SMALL_Q = [
  1, -351.81570143652345, -17064.210665188115, -220528.59055385445, -1139334.4436798252,
  -2532523.0717758294, -2018891.4143353277,
];
const STIRLING = [
  0.0008116141674705085, -0.0005950619042843014, 0.000793650340456717, -0.002777777777300997,
  0.08333333333333319,
];

/**
 * log |Γ(x)|: for an integer n ≥ 1, the logarithm of (n − 1)!; ∞ at 0, −1, −2, ….
 * @example
 * ```ts
 * gammaln(101).toFixed(6); // → 363.739376
 * ```
 */
export function gammaln(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  if (x < -34) {
    const part = -x - Math.floor(-x);
    if (part === 0) return Number.POSITIVE_INFINITY;
    const near = Math.min(part, 1 - part);
    return Math.log(Math.PI) - Math.log(-x * Math.sin(Math.PI * near)) - gammaln(-x);
  }
  if (x >= 13) return (x - 0.5) * Math.log(x) - x + LOG_ROOT_2PI + stirlingError(x);
  // By Γ(x + 1) = x·Γ(x) to [2, 3).
  let [product, shift] = [1, 0];
  for (; x + shift >= 3; product *= x + shift) shift--;
  for (; x + shift < 2; shift++) {
    if (x + shift === 0) return Number.POSITIVE_INFINITY;
    product /= x + shift;
  }
  return Math.log(Math.abs(product)) + from2(x + (shift - 2));
}

/** log Γ(1 + x) for x > −1, with all digits near 0 too. */
export function gammaln1p(x: number): number {
  return Math.abs(x) < 0.5 ? from2(x) - Math.log1p(x) : gammaln(1 + x);
}

/** log Γ(2 + t) for t in [−½, 1). */
function from2(t: number): number {
  return (t * polynomial(t, SMALL_P)) / polynomial(t, SMALL_Q);
}

/**
 * What Stirling's formula leaves out of log Γ: log Γ(x) = (x − ½)·log x − x + log √(2π) + stirlingError(x), about
 * 1/(12x); x > 0.
 */
export function stirlingError(x: number): number {
  if (x >= 13) return x > 1e8 ? 1 / (12 * x) : polynomial(1 / (x * x), STIRLING) / x;
  return gammaln(x) - (x - 0.5) * Math.log(x) + x - LOG_ROOT_2PI;
}

/**
 * Euler's Γ(x): (n − 1)! for an integer n ≥ 1; NaN at 0, −1, −2, ….
 * @example
 * ```ts
 * gammaFunction(5); // → 24
 * ```
 */
export function gammaFunction(x: number): number {
  if (Number.isInteger(x) && x <= 171) return x <= 0 ? Number.NaN : factorial(x - 1);
  if (x === Number.NEGATIVE_INFINITY) return Number.NaN;
  const size = Math.exp(gammaln(x));
  return x < 0 && Math.floor(x) % 2 !== 0 ? -size : size;
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return product;
}
