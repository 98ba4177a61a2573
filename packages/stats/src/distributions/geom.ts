import { checkCounts, type DiscreteFamily, defineDiscrete } from "./discrete";
import { type FitData, meanOf } from "./fit";
import { chance } from "./parameters";

/** The probability of success of each trial. */
export interface GeometricParameters {
  /** Above 0, at most 1. */
  readonly p: number;
}

const family = defineDiscrete<GeometricParameters>({
  name: "geom",
  shapes: { p: chance },
  standard: ({ p }) => {
    const logFailure = Math.log1p(-p);
    const logsf = (k: number) => (k === 0 ? 0 : k * logFailure);
    return {
      support: [1, Number.POSITIVE_INFINITY],
      logpmf: (k) => Math.log(p) + logsf(k - 1),
      cdf: (k) => -Math.expm1(logsf(k)),
      sf: (k) => Math.exp(logsf(k)),
      logsf,
      moments: () => ({
        mean: 1 / p,
        variance: (1 - p) / (p * p),
        skewness: (2 - p) / Math.sqrt(1 - p),
        kurtosis: 6 + (p * p) / (1 - p),
      }),
      entropy: () => (p === 1 ? 0 : -Math.log(p) - ((1 - p) / p) * logFailure),
    };
  },
});

/**
 * The geometric distribution of the number of trials up to and including the first success: 1, 2, 3, …. `fit` gives
 * the likeliest p, the inverse of the mean.
 * @example
 * ```ts
 * geom({ p: 0.25 }).mean(); // → 4
 * geom.fit([1, 3, 4]).p; // → 0.375
 * ```
 */
export const geom: DiscreteFamily<GeometricParameters> & {
  fit(data: FitData): GeometricParameters;
} = Object.assign((parameters: GeometricParameters) => family(parameters), {
  fit: (data: FitData) => ({ p: 1 / meanOf(checkCounts("geom.fit", data, 1)) }),
});
