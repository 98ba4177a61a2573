import { digamma } from "../special/digamma";
import { gammaln } from "../special/gamma";
import { defineContinuous } from "./continuous";
import { standardGamma } from "./gamma";
import { positive } from "./parameters";

/**
 * The χ distribution of the length of a vector of `df` standard normal numbers.
 * @example
 * ```ts
 * chi({ df: 3 }).mean().toFixed(6); // → 1.595769
 * ```
 */
export const chi = defineContinuous<{ readonly df: number }>({
  name: "chi",
  shapes: { df: positive },
  fixed: { loc: 0 },
  standard: ({ df }) => {
    const square = standardGamma(df / 2, 2);
    return {
      support: [0, Number.POSITIVE_INFINITY],
      logpdf: (x) => {
        if (x > 0) return square.logpdf(x * x) + Math.log(2 * x);
        if (df === 1) return 0.5 * Math.log(2 / Math.PI);
        return df < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
      cdf: (x) => square.cdf(x * x),
      sf: (x) => square.sf(x * x),
      logcdf: (x) => square.logcdf!(x * x),
      logsf: (x) => square.logsf!(x * x),
      quantile: (p, q) => Math.sqrt(square.quantile!(p, q)),
      moments: () => {
        const mean = Math.SQRT2 * Math.exp(gammaln((df + 1) / 2) - gammaln(df / 2));
        const variance = df - mean * mean;
        const third = mean * (2 * mean * mean + 1 - 2 * df);
        const fourth = 2 * df * (1 - df) - 6 * mean ** 4 + 4 * mean ** 2 * (2 * df - 1);
        return {
          mean,
          variance,
          skewness: third / variance ** 1.5,
          kurtosis: fourth / variance ** 2,
        };
      },
      entropy: () => gammaln(df / 2) + 0.5 * (df - Math.LN2 - (df - 1) * digamma(df / 2)),
      sample: (random) => Math.sqrt(square.sample!(random)),
    };
  },
});
