import { betaln } from "../special/beta";
import { logBetaKernel } from "../special/densities";
import { digamma } from "../special/digamma";
import { betaQuantile, logBetaTails } from "../special/incomplete-beta";
import { defineContinuous } from "./continuous";
import { meanOf } from "./fit";
import { logGammaSample } from "./gamma";
import { positive } from "./parameters";

/**
 * The beta distribution with the density xᵃ⁻¹(1 − x)ᵇ⁻¹/B(a, b) on [0, 1].
 * @example
 * ```ts
 * beta({ a: 2, b: 6 }).mean(); // → 0.25
 * ```
 */
export const beta = defineContinuous<{ readonly a: number; readonly b: number }>({
  name: "beta",
  shapes: { a: positive, b: positive },
  fixed: { loc: 0, scale: 1 },
  standard: ({ a, b }) => ({
    support: [0, 1],
    logpdf: (x) => {
      if (x > 0 && x < 1) return logBetaKernel(a, b, x, 1 - x) - Math.log(x) - Math.log1p(-x);
      const power = x === 0 ? a : b;
      if (power === 1) return -betaln(a, b);
      return power < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    },
    cdf: (x) => Math.exp(logBetaTails(a, b, x, 1 - x).lower),
    sf: (x) => Math.exp(logBetaTails(a, b, x, 1 - x).upper),
    logcdf: (x) => logBetaTails(a, b, x, 1 - x).lower,
    logsf: (x) => logBetaTails(a, b, x, 1 - x).upper,
    quantile: (p, q) => betaQuantile(a, b, p, q).x,
    moments: () => {
      const n = a + b;
      const middle = (a - b) ** 2 * (n + 1) - a * b * (n + 2);
      return {
        mean: a / n,
        variance: (a * b) / (n * n * (n + 1)),
        skewness: (2 * (b - a) * Math.sqrt(n + 1)) / ((n + 2) * Math.sqrt(a * b)),
        kurtosis: (6 * middle) / (a * b * (n + 2) * (n + 3)),
      };
    },
    entropy: () =>
      betaln(a, b) - (a - 1) * digamma(a) - (b - 1) * digamma(b) + (a + b - 2) * digamma(a + b),
    sample: (random) => {
      const [x, y] = [logGammaSample(random, a), logGammaSample(random, b)];
      return 1 / (1 + Math.exp(y - x));
    },
  }),
  guess: (x, { loc = 0, scale = 1 }) => {
    const z = x.map((value) => (value - loc) / scale);
    const mean = Math.min(0.999, Math.max(0.001, meanOf(z)));
    const variance = meanOf(z.map((value) => (value - mean) ** 2)) || 0.01;
    const n = Math.max(0.1, (mean * (1 - mean)) / variance - 1);
    return { a: mean * n, b: (1 - mean) * n, loc, scale };
  },
});
