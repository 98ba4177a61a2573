import { polynomial } from "./polynomial";

// Rational approximations: Cephes ndtr.c (Moshier 1989), as in the kernels' erf of whole arrays.
const NEAR_P = [
  9.604973739870516, 90.02601972038427, 2232.005345946843, 7003.325141128051, 55592.30130103949,
];
const NEAR_Q = [
  1, 33.56171416475031, 521.3579497801527, 4594.323829709801, 22629.000061389095, 49267.39426086359,
];
const MIDDLE_P = [
  2.461969814735305e-10, 0.5641895648310689, 7.463210564422699, 48.63719709856814,
  196.5208329560771, 526.4451949954773, 934.5285271719576, 1027.5518868951572, 557.5353353693994,
];
const MIDDLE_Q = [
  1, 13.228195115474499, 86.70721408859897, 354.9377788878199, 975.7085017432055,
  1823.9091668790973, 2246.3376081871097, 1656.6630919416134, 557.5353408177277,
];
const FAR_P = [
  0.5641895835477551, 1.275366707599781, 5.019050422511805, 6.160210979930536, 7.4097426995044895,
  2.9788666537210022,
];
const FAR_Q = [
  1, 2.2605286322011726, 9.396035249380015, 12.048953980809666, 17.08144507475659,
  9.608968090632859, 3.369076451000815,
];

/**
 * The error function 2/√π·∫₀ˣ e^(−t²) dt.
 * @example
 * ```ts
 * erf(0.5).toFixed(10); // → 0.5204998778
 * ```
 */
export function erf(x: number): number {
  if (Math.abs(x) >= 1) return Math.sign(x) * (1 - erfcFrom1(Math.abs(x)));
  const z = x * x;
  return (x * polynomial(z, NEAR_P)) / polynomial(z, NEAR_Q);
}

/**
 * The complementary error function 1 − erf(x), with all digits for large x too.
 * @example
 * ```ts
 * erfc(10).toPrecision(10); // → 2.088487584e-45
 * ```
 */
export function erfc(x: number): number {
  if (x >= 1) return erfcFrom1(x);
  return x <= -1 ? 2 - erfcFrom1(-x) : 1 - erf(x);
}

/**
 * The scaled complementary error function e^(x²)·erfc(x), which is about 1/(x√π) where erfc itself is 0.
 * @example
 * ```ts
 * erfcx(100).toFixed(10); // → 0.0056416138
 * ```
 */
export function erfcx(x: number): number {
  return x >= 1 ? scaledFrom1(x) : expOfSquare(x) * erfc(x);
}

/** e^(x²): the square is split, since its rounding error would be the result's. */
function expOfSquare(x: number): number {
  const head = Math.fround(x);
  return Math.exp(head * head) * Math.exp((x - head) * (x + head));
}

function erfcFrom1(x: number): number {
  if (x > 30) return 0;
  const head = Math.fround(x);
  return Math.exp(-head * head) * Math.exp((head - x) * (head + x)) * scaledFrom1(x);
}

/** e^(x²)·erfc(x) for x ≥ 1. */
function scaledFrom1(x: number): number {
  if (x < 8) return polynomial(x, MIDDLE_P) / polynomial(x, MIDDLE_Q);
  // Powers of 1/x, since those of a huge x overflow.
  if (x > 1e10) return 1 / (x * Math.sqrt(Math.PI));
  return polynomial(x, FAR_P) / polynomial(x, FAR_Q);
}
