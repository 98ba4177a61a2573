import { betaln } from "../special/beta";
import { digamma } from "../special/digamma";
import { betaQuantile, logBetaTails } from "../special/incomplete-beta";
import { defineContinuous } from "./continuous";
import { startOf } from "./fit";
import { logGammaSample } from "./gamma";
import { positive } from "./parameters";

/**
 * Student's t distribution with `df` degrees of freedom: the density is proportional to (1 + x²/df)^(−(df + 1)/2).
 * @example
 * ```ts
 * t({ df: 9 }).ppf(0.975).toFixed(6); // → 2.262157
 * ```
 */
export const t = defineContinuous<{ readonly df: number }>({
  name: "t",
  shapes: { df: positive },
  standard: ({ df }) => {
    // log P(T > |x|).
    const tail = (x: number) => {
      const square = x * x;
      if (square === Number.POSITIVE_INFINITY) {
        return (
          0.5 * df * (Math.log(df) - 2 * Math.log(Math.abs(x))) - Math.log(df) - betaln(df / 2, 0.5)
        );
      }
      const all = df + square;
      return logBetaTails(df / 2, 0.5, df / all, square / all).lower - Math.LN2;
    };
    const other = (x: number) => Math.log1p(-Math.exp(tail(x)));
    return {
      support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      logpdf: (x) =>
        -0.5 * (df + 1) * logOf1PlusSquare(x / Math.sqrt(df)) -
        0.5 * Math.log(df) -
        betaln(df / 2, 0.5),
      cdf: (x) => Math.exp(x < 0 ? tail(x) : other(x)),
      sf: (x) => Math.exp(x > 0 ? tail(x) : other(x)),
      logcdf: (x) => (x < 0 ? tail(x) : other(x)),
      logsf: (x) => (x > 0 ? tail(x) : other(x)),
      quantile: (p, q) => {
        const small = Math.min(p, q);
        const { odds } = betaQuantile(df / 2, 0.5, 2 * small, Math.abs(q - p));
        return Math.sign(p - q) * Math.sqrt(df / odds);
      },
      moments: () => ({
        mean: df > 1 ? 0 : Number.NaN,
        variance: df > 2 ? df / (df - 2) : df > 1 ? Number.POSITIVE_INFINITY : Number.NaN,
        skewness: df > 3 ? 0 : Number.NaN,
        kurtosis: df > 4 ? 6 / (df - 4) : df > 2 ? Number.POSITIVE_INFINITY : Number.NaN,
      }),
      entropy: () =>
        0.5 * (df + 1) * (digamma((df + 1) / 2) - digamma(df / 2)) +
        0.5 * Math.log(df) +
        betaln(df / 2, 0.5),
      sample: (random) =>
        random.normal() * Math.exp(0.5 * (Math.log(df / 2) - logGammaSample(random, df / 2))),
    };
  },
  guess: (x) => ({ df: 5, loc: startOf(x).loc, scale: 0.8 * startOf(x).scale }),
});

/** log(1 + x²), where x² may overflow. */
function logOf1PlusSquare(x: number): number {
  return Math.abs(x) > 1e150 ? 2 * Math.log(Math.abs(x)) : Math.log1p(x * x);
}
