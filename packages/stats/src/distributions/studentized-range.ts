import { findRoot } from "../optimize/find-root";
import { stirlingError } from "../special/gamma";
import { LOG_ROOT_2PI, logNdtr, ndtr } from "../special/normal";
import { defineContinuous } from "./continuous";
import { type Domain, positive } from "./parameters";

const groups: Domain = {
  expected: "a finite number > 1",
  holds: (x) => Number.isFinite(x) && x > 1,
};

/**
 * The studentized range: the largest less the smallest of k standard normal numbers, divided by an independent
 * estimate of the standard deviation with `df` degrees of freedom. Tukey's test of all pairs rests on it. Two integrals
 * one inside the other by the trapezoidal rule, good to about 1e-12; it has no moments here.
 * @see Lund and Lund (1983), algorithm AS 190, Applied Statistics 32(2), 204–210; Trefethen and Weideman (2014), The
 *   exponentially convergent trapezoidal rule, SIAM Review 56(3), 385–458.
 * @example
 * ```ts
 * studentizedRange({ k: 3, df: 10 }).isf(0.05).toFixed(4); // → 3.8768
 * ```
 */
export const studentizedRange = defineContinuous<{ readonly k: number; readonly df: number }>({
  name: "studentizedRange",
  shapes: { k: groups, df: positive },
  fixed: { loc: 0, scale: 1 },
  standard: ({ k, df }) => {
    // The density of s = √(χ²/df) by its logarithm; Stirling's formula keeps the digits for a large df.
    const a = df / 2;
    const logScale = Math.LN2 + 0.5 * Math.log(a) - LOG_ROOT_2PI - stirlingError(a);
    // Over u = log s the integrand has one peak and dies away on both sides.
    const step = Math.min(0.1, 0.5 / Math.sqrt(df));
    const over = (g: (s: number) => number) =>
      sumFromZero((u) => {
        const weight = Math.exp(logScale + a * (2 * u + 1 - Math.exp(2 * u)));
        return weight === 0 ? 0 : weight * g(Math.exp(u));
      }, step);
    const cdf = (x: number) => over((s) => rangeCdf(k, x * s));
    const sf = (x: number) => over((s) => rangeSf(k, x * s));
    return {
      support: [0, Number.POSITIVE_INFINITY],
      logpdf: (x) => Math.log(over((s) => s * rangeDensity(k, x * s))),
      cdf,
      sf,
      // No closer than the integrals are good; Newton's steps would wander about in their last digits.
      quantile: (p, q) => {
        const off = (x: number) => (p <= q ? Math.log(cdf(x) / p) : Math.log(q / sf(x)));
        let [low, high] = [0, 4];
        for (let at = off(high); at < 0; at = off(high)) [low, high] = [high, 2 * high];
        const above = (x: number) => (x === 0 ? Math.log(Number.MIN_VALUE) : off(x));
        return findRoot(above, [low, high], { tolerance: 1e-11 }).root;
      },
      moments: () => ({
        mean: Number.NaN,
        variance: Number.NaN,
        skewness: Number.NaN,
        kurtosis: Number.NaN,
      }),
      entropy: () => Number.NaN,
    };
  },
});

const density = (z: number) => Math.exp(-0.5 * z * z - LOG_ROOT_2PI);

/** How far from its middle the integrand over z is told from zero. */
const REACH = 9;

/** ∫ f from `middle` − 9 to `middle` + 9, for functions of k factors like Φ that are zero at both ends. */
function overNormal(k: number, middle: number, f: (z: number) => number): number {
  // The rule's error is about exp(−2π²/(k·step²)).
  const nSteps = Math.ceil((2 * REACH) / Math.min(0.4, 0.75 / Math.sqrt(k)));
  const step = (2 * REACH) / nSteps;
  let sum = 0;
  for (let i = 0; i <= nSteps; i++) sum += f(middle - REACH + i * step);
  return sum * step;
}

/**
 * ∫ f over all numbers, for a function of one peak between ±50: outwards from 0 until there is nothing to add. Far from
 * its peak the function may be so small that it is 0.
 */
function sumFromZero(f: (u: number) => number, step: number): number {
  let sum = f(0);
  for (const direction of [step, -step]) {
    let last = Number.POSITIVE_INFINITY;
    for (let i = 1; i * step < 50; i++) {
      const term = f(i * direction);
      sum += term;
      if (sum > 0 && term <= last && term <= 1e-18 * sum) break;
      last = term;
    }
  }
  return sum * step;
}

/** P(range ≤ w) = k·∫ φ(z)·(Φ(z + w) − Φ(z))ᵏ⁻¹ dz, z the smallest of them. */
function rangeCdf(k: number, w: number): number {
  return k * overNormal(k, 0, (z) => density(z) * between(z, w) ** (k - 1));
}

/** 1 − that, as k·∫ φ(z)·(Φ(−z)ᵏ⁻¹ − (Φ(z + w) − Φ(z))ᵏ⁻¹) dz, without a difference of near numbers. */
function rangeSf(k: number, w: number): number {
  return (
    k *
    overNormal(k, -w / 2, (z) => {
      const log = (k - 1) * logNdtr(-z);
      // Φ(z + w) − Φ(z) is Φ(−z)·(1 − Φ(−z − w)/Φ(−z)).
      const share = Math.exp(logNdtr(-z - w) - logNdtr(-z));
      return -density(z) * Math.exp(log) * Math.expm1((k - 1) * Math.log1p(-Math.min(share, 1)));
    })
  );
}

function rangeDensity(k: number, w: number): number {
  const f = (z: number) => density(z) * density(z + w) * between(z, w) ** (k - 2);
  return k * (k - 1) * overNormal(k, -w / 2, f);
}

function between(z: number, w: number): number {
  return z > 0 ? ndtr(-z) - ndtr(-z - w) : ndtr(z + w) - ndtr(z);
}
