import { erfc, erfcx } from "./erf";
import { polynomial } from "./polynomial";

// Wichura (1988), algorithm AS 241, Applied Statistics 37(3), 477–484.
const CENTRE_P = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRE_Q = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const MIDDLE_P = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_Q = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const TAIL_P = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_Q = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/** log √(2π). */
export const LOG_ROOT_2PI = 0.9189385332046728;

/**
 * The distribution function of the standard normal distribution, Φ(x) = ½·erfc(−x/√2).
 * @example
 * ```ts
 * ndtr(1.96).toFixed(6); // → 0.975002
 * ```
 */
export function ndtr(x: number): number {
  return x < -1 ? Math.exp(logNdtr(x)) : 0.5 * erfc(-x * Math.SQRT1_2);
}

/**
 * log Φ(x), with all digits where Φ itself is 0.
 * @example
 * ```ts
 * logNdtr(-100).toFixed(4); // → -5005.5242
 * ```
 */
export function logNdtr(x: number): number {
  if (x > 1) return Math.log1p(-Math.exp(logNdtr(-x)));
  if (x > -1) return Math.log1p(-0.5 * erfc(x * Math.SQRT1_2));
  return -0.5 * x * x + Math.log(0.5 * erfcx(-x * Math.SQRT1_2));
}

/**
 * The quantile function of the standard normal distribution: the x with Φ(x) = p; ∓∞ at 0 and 1, NaN beyond.
 * @see Wichura (1988), algorithm AS 241, Applied Statistics 37(3), 477–484.
 * @example
 * ```ts
 * ndtri(0.975).toFixed(6); // → 1.959964
 * ```
 */
export function ndtri(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  return p <= 0.5 ? -fromCentre(0.5 - p, p) : fromCentre(p - 0.5, 1 - p);
}

/**
 * The inverse of {@link erf}; ±∞ at ±1, NaN beyond.
 * @example
 * ```ts
 * erfinv(0.5).toFixed(10); // → 0.4769362762
 * ```
 */
export function erfinv(y: number): number {
  if (!(Math.abs(y) <= 1)) return Number.NaN;
  const size = fromCentre(Math.abs(y) / 2, (1 - Math.abs(y)) / 2) * Math.SQRT1_2;
  return y < 0 ? -size : size;
}

/**
 * The inverse of {@link erfc}; ∞ at 0, −∞ at 2, NaN beyond.
 * @example
 * ```ts
 * erfcinv(1e-20).toFixed(8); // → 6.60158062
 * ```
 */
export function erfcinv(y: number): number {
  return -ndtri(y / 2) * Math.SQRT1_2;
}

/** The quantile whose probability lies q ≥ 0 from ½, and `tail` = ½ − q from 1. */
function fromCentre(q: number, tail: number): number {
  if (q <= 0.425) {
    const z = 0.180625 - q * q;
    return (q * polynomial(z, CENTRE_P)) / polynomial(z, CENTRE_Q);
  }
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  if (r <= 5) return polynomial(r - 1.6, MIDDLE_P) / polynomial(r - 1.6, MIDDLE_Q);
  return polynomial(r - 5, TAIL_P) / polynomial(r - 5, TAIL_Q);
}
