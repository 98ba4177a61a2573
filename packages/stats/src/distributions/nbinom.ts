import { logBetaKernel } from "../special/densities";
import { logBetaTails } from "../special/incomplete-beta";
import { defineDiscrete } from "./discrete";
import { chance, positive } from "./parameters";

/**
 * The negative binomial distribution of the number of failures before the n-th success, of probability p each; n may
 * be any number > 0, which makes it a Poisson distribution with a gamma-distributed mean.
 * @example
 * ```ts
 * nbinom({ n: 3, p: 0.25 }).mean(); // → 9
 * ```
 */
export const nbinom = defineDiscrete<{ readonly n: number; readonly p: number }>({
  name: "nbinom",
  shapes: { n: positive, p: chance },
  standard: ({ n, p }) => ({
    support: [0, p === 1 ? 0 : Number.POSITIVE_INFINITY],
    logpmf: (k) => {
      if (k === 0) return n * Math.log(p);
      return logBetaKernel(n, k, p, 1 - p) - Math.log(k);
    },
    cdf: (k) => Math.exp(logBetaTails(n, k + 1, p, 1 - p).lower),
    sf: (k) => Math.exp(logBetaTails(n, k + 1, p, 1 - p).upper),
    logcdf: (k) => logBetaTails(n, k + 1, p, 1 - p).lower,
    logsf: (k) => logBetaTails(n, k + 1, p, 1 - p).upper,
    moments: () => {
      const q = 1 - p;
      return {
        mean: (n * q) / p,
        variance: (n * q) / (p * p),
        skewness: (1 + q) / Math.sqrt(n * q),
        kurtosis: 6 / n + (p * p) / (n * q),
      };
    },
  }),
});
