import { logPoisson } from "../special/densities";
import { digamma } from "../special/digamma";
import { gammaln } from "../special/gamma";
import { gammaQuantile, logGammaTails } from "../special/incomplete-gamma";
import { defineContinuous } from "./continuous";
import { meanOf } from "./fit";
import { logGammaSample } from "./gamma";
import { positive } from "./parameters";

/**
 * The inverse gamma distribution of 1/X for a gamma-distributed X: the density x⁻ᵃ⁻¹·e^(−1/x)/Γ(a) for x > 0.
 * @example
 * ```ts
 * invgamma({ a: 3, scale: 4 }).mean(); // → 2
 * ```
 */
export const invgamma = defineContinuous<{ readonly a: number }>({
  name: "invgamma",
  shapes: { a: positive },
  fixed: { loc: 0 },
  standard: ({ a }) => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) =>
      x === 0 ? Number.NEGATIVE_INFINITY : logPoisson(a, 1 / x) + Math.log(a) - Math.log(x),
    cdf: (x) => Math.exp(logGammaTails(a, 1 / x).upper),
    sf: (x) => Math.exp(logGammaTails(a, 1 / x).lower),
    logcdf: (x) => logGammaTails(a, 1 / x).upper,
    logsf: (x) => logGammaTails(a, 1 / x).lower,
    quantile: (p, q) => 1 / gammaQuantile(a, q, p),
    moments: () => ({
      mean: a > 1 ? 1 / (a - 1) : Number.POSITIVE_INFINITY,
      variance: a > 2 ? 1 / ((a - 1) ** 2 * (a - 2)) : Number.POSITIVE_INFINITY,
      skewness: a > 3 ? (4 * Math.sqrt(a - 2)) / (a - 3) : Number.NaN,
      kurtosis: a > 4 ? (6 * (5 * a - 11)) / ((a - 3) * (a - 4)) : Number.NaN,
    }),
    entropy: () => a - (a + 1) * digamma(a) + gammaln(a),
    sample: (random) => Math.exp(-logGammaSample(random, a)),
  }),
  guess: (x) => {
    const mean = Math.abs(meanOf(x)) || 1;
    return { a: 3, scale: 2 * mean };
  },
});
