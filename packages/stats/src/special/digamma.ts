import { checkInteger } from "@gradus/core";
import { gammaFunction } from "./gamma";
import { polynomial } from "./polynomial";

// Boost's digamma (Maddock 2006) on [1, 2], and the asymptotic series.
const NEAR_P = [
  -0.002071332116774595, -0.04525132144873906, -0.28919126444774784, -0.6503185377089651,
  -0.3255503118680449, 0.25479851061131553,
];
const NEAR_Q = [
  -5.578984132167551e-7, 0.0021284987017821146, 0.054151797245674226, 0.43593529692665967,
  1.4606242909763516, 2.076711702373047, 1,
];
const SERIES = [
  0.08333333333333333, -0.021092796092796094, 0.007575757575757576, -0.004166666666666667,
  0.003968253968253968, -0.008333333333333333, 0.08333333333333333,
];
/** (2k)!/B₂ₖ, for the formula of Euler and Maclaurin. */
const EULER_MACLAURIN = [
  12, -720, 30240, -1209600, 47900160, -1892437580.3183792, 7.47242496e10, -2950130727918.164,
  116467828143500.67, -4597978722407473, 181521054019435460, -7166165256175667000,
];

/**
 * The digamma function ψ(x) = d/dx log Γ(x); NaN at 0, −1, −2, ….
 * @example
 * ```ts
 * digamma(1).toFixed(10); // → -0.5772156649
 * ```
 */
export function digamma(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  if (x <= 0) {
    const part = x - Math.floor(x);
    if (!(part > 0)) return Number.NaN;
    return digamma(1 - x) - Math.PI / Math.tan(Math.PI * part);
  }
  if (x >= 10) {
    const z = 1 / (x * x);
    return Math.log(x) - 0.5 / x - z * polynomial(z, SERIES);
  }
  let [result, u] = [0, x];
  for (; u < 1; u++) result -= 1 / u;
  while (u > 2) {
    u--;
    result += 1 / u;
  }
  return result + from1To2(u);
}

/** (x − root)·(Y + P(x − 1)/Q(x − 1)): exact to the last digits at the root too. */
function from1To2(x: number): number {
  const toRoot = x - 1569415565 / 2 ** 30 - 381566830 / 2 ** 60 - 9.016312093258695e-20;
  const ratio = polynomial(x - 1, NEAR_P) / polynomial(x - 1, NEAR_Q);
  return toRoot * 0.9955816268920898 + toRoot * ratio;
}

/**
 * The n-th derivative of the digamma function for x > 0: (−1)ⁿ⁺¹·n!·ζ(n + 1, x); n = 1 is the trigamma function.
 * @throws ParameterError unless n is an integer ≥ 0.
 * @example
 * ```ts
 * polygamma(1, 1).toFixed(10); // → 1.6449340668
 * ```
 */
export function polygamma(n: number, x: number): number {
  checkInteger("polygamma", "n", n);
  if (n === 0) return digamma(x);
  return (n % 2 === 0 ? -1 : 1) * gammaFunction(n + 1) * zeta(n + 1, x);
}

/**
 * Hurwitz's zeta function Σ (q + k)⁻ˢ over k ≥ 0, for s > 1 and q > 0; q = 1, the default, gives Riemann's.
 * NaN for s < 1 or q < 0, ∞ at s = 1 and at q = 0.
 * @example
 * ```ts
 * zeta(2).toFixed(10); // → 1.6449340668
 * ```
 */
export function zeta(s: number, q = 1): number {
  if (s === 1 || q === 0) return Number.POSITIVE_INFINITY;
  if (!(s > 1 && q > 0)) return Number.NaN;
  if (q > 1e8) return (1 / (s - 1) + 1 / (2 * q)) * q ** (1 - s);
  let total = q ** -s;
  let [a, b] = [q, total];
  for (let i = 0; i < 9 || a <= 9; i++) {
    a += 1;
    b = a ** -s;
    total += b;
    if (b < 1e-17 * total) return total;
  }
  total += (b * a) / (s - 1) - 0.5 * b;
  let factor = 1;
  for (const [i, divisor] of EULER_MACLAURIN.entries()) {
    factor *= s + 2 * i;
    b /= a;
    const term = (factor * b) / divisor;
    total += term;
    if (Math.abs(term) < 1e-17 * total) return total;
    factor *= s + 2 * i + 1;
    b /= a;
  }
  return total;
}
