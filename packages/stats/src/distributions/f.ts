import { betaln } from "../special/beta";
import { logBetaKernel } from "../special/densities";
import { digamma } from "../special/digamma";
import { betaQuantile, logBetaTails } from "../special/incomplete-beta";
import { defineContinuous } from "./continuous";
import { logGammaSample } from "./gamma";
import { positive } from "./parameters";

/**
 * The F distribution of the ratio of two independent χ² numbers, each divided by its degrees of freedom, `dfn` of the
 * numerator and `dfd` of the denominator.
 * @example
 * ```ts
 * f({ dfn: 2, dfd: 27 }).isf(0.05).toFixed(6); // → 3.354131
 * ```
 */
export const f = defineContinuous<{ readonly dfn: number; readonly dfd: number }>({
  name: "f",
  shapes: { dfn: positive, dfd: positive },
  fixed: { loc: 0, scale: 1 },
  standard: ({ dfn, dfd }) => {
    const [a, b] = [dfn / 2, dfd / 2];
    const shares = (x: number) => {
      const r = (dfn * x) / dfd;
      return [r === Number.POSITIVE_INFINITY ? 1 : r / (1 + r), 1 / (1 + r)] as const;
    };
    const tails = (x: number) => logBetaTails(a, b, ...shares(x));
    return {
      support: [0, Number.POSITIVE_INFINITY],
      logpdf: (x) => {
        if (x > 0) return logBetaKernel(a, b, ...shares(x)) - Math.log(x);
        if (dfn === 2) return 0;
        return dfn < 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
      cdf: (x) => Math.exp(tails(x).lower),
      sf: (x) => Math.exp(tails(x).upper),
      logcdf: (x) => tails(x).lower,
      logsf: (x) => tails(x).upper,
      quantile: (p, q) => (dfd / dfn) * betaQuantile(a, b, p, q).odds,
      moments: () => moments(dfn, dfd),
      entropy: () =>
        Math.log(b / a) +
        betaln(a, b) +
        (1 - a) * digamma(a) -
        (1 + b) * digamma(b) +
        (a + b) * digamma(a + b),
      sample: (random) => (b / a) * Math.exp(logGammaSample(random, a) - logGammaSample(random, b)),
    };
  },
});

function moments(n: number, d: number) {
  const sum = n + d - 2;
  const fourth = n * (5 * d - 22) * sum + (d - 4) * (d - 2) ** 2;
  return {
    mean: d > 2 ? d / (d - 2) : Number.POSITIVE_INFINITY,
    variance: d > 4 ? (2 * d * d * sum) / (n * (d - 2) ** 2 * (d - 4)) : Number.POSITIVE_INFINITY,
    skewness:
      d > 6
        ? ((2 * n + d - 2) * Math.sqrt(8 * (d - 4))) / ((d - 6) * Math.sqrt(n * sum))
        : Number.NaN,
    kurtosis: d > 8 ? (12 * fourth) / (n * (d - 6) * (d - 8) * sum) : Number.NaN,
  };
}
