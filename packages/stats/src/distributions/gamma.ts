import type { RandomGenerator } from "@gradus/core";
import { logPoisson } from "../special/densities";
import { digamma, polygamma } from "../special/digamma";
import { gammaln } from "../special/gamma";
import { gammaQuantile, logGammaTails } from "../special/incomplete-gamma";
import { defineContinuous, type StandardContinuous } from "./continuous";
import { meanOf, newton } from "./fit";
import { positive } from "./parameters";

/**
 * The gamma distribution with the density xᵃ⁻¹·e⁻ˣ/Γ(a) for x ≥ 0; its mean is a·scale.
 * @example
 * ```ts
 * gamma({ a: 3, scale: 2 }).mean(); // → 6
 * gamma({ a: 3 }).cdf(2).toFixed(6); // → 0.323324
 * ```
 */
export const gamma = defineContinuous<{ readonly a: number }>({
  name: "gamma",
  shapes: { a: positive },
  fixed: { loc: 0 },
  standard: ({ a }) => standardGamma(a, 1),
  guess: (x, { loc = 0 }) => {
    const mean = meanOf(x) - loc;
    const variance = meanOf(x.map((value) => (value - loc - mean) ** 2)) || 1;
    return { a: mean ** 2 / variance, scale: variance / mean, loc };
  },
  solve: (x, fixed) => {
    const { loc, a, scale } = fixed;
    if (loc === undefined || a !== undefined || scale !== undefined) return undefined;
    if (x.some((value) => value <= loc)) return undefined;
    const mean = meanOf(x) - loc;
    // log a − ψ(a) is what the logarithm of the mean exceeds the mean of the logarithms by.
    const excess = Math.log(mean) - meanOf(x.map((value) => Math.log(value - loc)));
    if (!(excess > 1e-12)) return undefined;
    const start = (3 - excess + Math.sqrt((excess - 3) ** 2 + 24 * excess)) / (12 * excess);
    const form = newton(
      start,
      (v) => (Math.log(v) - digamma(v) - excess) / (1 / v - polygamma(1, v)),
    );
    return { a: form, loc, scale: mean / form };
  },
});

/** The gamma distribution at loc 0, of which others are made. */
export function standardGamma(a: number, scale: number): StandardContinuous {
  const tails = (x: number) => logGammaTails(a, x / scale);
  return {
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) => {
      if (x > 0) return logPoisson(a, x / scale) + Math.log(a / x);
      if (a === 1) return -Math.log(scale);
      return a < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    },
    cdf: (x) => Math.exp(tails(x).lower),
    sf: (x) => Math.exp(tails(x).upper),
    logcdf: (x) => tails(x).lower,
    logsf: (x) => tails(x).upper,
    quantile: (p, q) => scale * gammaQuantile(a, p, q),
    moments: () => ({
      mean: a * scale,
      variance: a * scale * scale,
      skewness: 2 / Math.sqrt(a),
      kurtosis: 6 / a,
    }),
    entropy: () => a + gammaln(a) + (1 - a) * digamma(a) + Math.log(scale),
    sample: (random) => scale * Math.exp(logGammaSample(random, a)),
  };
}

/**
 * The logarithm of a gamma-distributed number.
 * @see Marsaglia and Tsang (2000), A simple method for generating gamma variables, ACM TOMS 26(3), 363–372.
 */
export function logGammaSample(random: RandomGenerator, a: number): number {
  if (a < 1) return logGammaSample(random, a + 1) + Math.log(random.uniform() + 2 ** -54) / a;
  const d = a - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    const log = Math.log(random.uniform() + 2 ** -54);
    if (v > 0 && log < 0.5 * x * x + d * (1 - v + Math.log(v))) return Math.log(d * v);
  }
}
