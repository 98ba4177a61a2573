import { findRoot } from "../optimize/find-root";
import { stirlingError } from "../special/gamma";
import { LOG_ROOT_2PI, logNdtr, ndtr } from "../special/normal";
import { defineContinuous } from "./continuous";
import { integrate } from "./integrate";
import { type Domain, positive } from "./parameters";

const groups: Domain = {
  expected: "a finite number > 1",
  holds: (x) => Number.isFinite(x) && x > 1,
};

/**
 * The studentized range: the largest less the smallest of k standard normal numbers, divided by an independent
 * estimate of the standard deviation with `df` degrees of freedom. Tukey's test of all pairs rests on it. Two integrals
 * one inside the other, good to about 1e-10; it has no moments here.
 * @see Lund and Lund (1983), algorithm AS 190, Applied Statistics 32(2), 204–210.
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
    const scaleDensity = (s: number) =>
      Math.exp(logScale - Math.log(s) + a * (2 * Math.log(s) + 1 - s * s));
    const reach = 9 / Math.sqrt(2 * df);
    const [least, most] = [Math.max(1e-8, 1 - reach), 1 + Math.max(reach, 40 / df)];
    const over = (g: (s: number) => number) => {
      const f = (s: number) => g(s) * scaleDensity(s);
      return integrate(f, least, 1, 1e-12) + integrate(f, 1, most, 1e-12);
    };
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

/** P(range ≤ w) = k·∫ φ(z)·(Φ(z + w) − Φ(z))ᵏ⁻¹ dz, z the smallest of them. */
function rangeCdf(k: number, w: number): number {
  const f = (z: number) => density(z) * between(z, w) ** (k - 1);
  return k * (integrate(f, -9 - w / 2, -w / 2, 1e-13) + integrate(f, -w / 2, 9, 1e-13));
}

/** 1 − that, as k·∫ φ(z)·(Φ(−z)ᵏ⁻¹ − (Φ(z + w) − Φ(z))ᵏ⁻¹) dz, without a difference of near numbers. */
function rangeSf(k: number, w: number): number {
  const f = (z: number) => {
    const log = (k - 1) * logNdtr(-z);
    // Φ(z + w) − Φ(z) is Φ(−z)·(1 − Φ(−z − w)/Φ(−z)).
    const share = Math.exp(logNdtr(-z - w) - logNdtr(-z));
    return -density(z) * Math.exp(log) * Math.expm1((k - 1) * Math.log1p(-Math.min(share, 1)));
  };
  const middle = -w / 2;
  return k * (integrate(f, -9 - w, middle, 1e-12) + integrate(f, middle, 9, 1e-12));
}

function rangeDensity(k: number, w: number): number {
  const f = (z: number) => density(z) * density(z + w) * between(z, w) ** (k - 2);
  return k * (k - 1) * (integrate(f, -9 - w / 2, -w / 2, 1e-12) + integrate(f, -w / 2, 9, 1e-12));
}

function between(z: number, w: number): number {
  return z > 0 ? ndtr(-z) - ndtr(-z - w) : ndtr(z + w) - ndtr(z);
}
