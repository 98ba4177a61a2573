import { ParameterError, ValueError } from "@gradus/core";
import { logBinomial } from "../special/densities";
import { logBetaTails } from "../special/incomplete-beta";
import { checkCounts, type DiscreteFamily, defineDiscrete } from "./discrete";
import { type FitData, meanOf } from "./fit";
import { count, probability } from "./parameters";

/** How often an event of probability p happens in n trials. */
export interface BinomialParameters {
  /** An integer ≥ 0. */
  readonly n: number;
  /** From 0 to 1. */
  readonly p: number;
}

const family = defineDiscrete<BinomialParameters>({
  name: "binom",
  shapes: { n: count, p: probability },
  standard: ({ n, p }) => ({
    support: [0, n],
    logpmf: (k) => {
      if (p === 0 || p === 1) return k === n * p ? 0 : Number.NEGATIVE_INFINITY;
      return logBinomial(k, n, p, 1 - p);
    },
    cdf: (k) => Math.exp(logBetaTails(n - k, k + 1, 1 - p, p).lower),
    sf: (k) => Math.exp(logBetaTails(n - k, k + 1, 1 - p, p).upper),
    logcdf: (k) => logBetaTails(n - k, k + 1, 1 - p, p).lower,
    logsf: (k) => logBetaTails(n - k, k + 1, 1 - p, p).upper,
    moments: () => {
      const variance = n * p * (1 - p);
      return {
        mean: n * p,
        variance,
        skewness: (1 - 2 * p) / Math.sqrt(variance),
        kurtosis: (1 - 6 * p * (1 - p)) / variance,
      };
    },
  }),
});

/**
 * The binomial distribution of the number of successes in n independent trials of probability p.
 * `fit(data, { n })` gives the likeliest p.
 * @example
 * ```ts
 * binom({ n: 10, p: 0.5 }).pmf(5).toFixed(6); // → 0.246094
 * binom({ n: 10, p: 0.5 }).sf(8).toFixed(6); // → 0.010742
 * binom.fit([3, 5, 4], { n: 10 }).p; // → 0.4
 * ```
 */
export const binom: DiscreteFamily<BinomialParameters> & {
  fit(data: FitData, known: { readonly n: number }): BinomialParameters;
} = Object.assign((parameters: BinomialParameters) => family(parameters), {
  fit: (data: FitData, { n }: { readonly n: number }) => {
    if (!count.holds(n)) {
      throw new ParameterError(`binom.fit: n must be ${count.expected}, got ${n}`);
    }
    const p = meanOf(checkCounts("binom.fit", data, 0)) / n;
    if (!(p <= 1)) throw new ValueError(`binom.fit: data must be at most n = ${n}`);
    return { n, p };
  },
});
