import { ValueError } from "@gradus/core";
import { checkCounts, type DiscreteFamily, defineDiscrete } from "./discrete";
import { type FitData, meanOf } from "./fit";
import { probability } from "./parameters";

/** The probability of an event. */
export interface BernoulliParameters {
  /** From 0 to 1. */
  readonly p: number;
}

const family = defineDiscrete<BernoulliParameters>({
  name: "bernoulli",
  shapes: { p: probability },
  standard: ({ p }) => ({
    support: [0, 1],
    logpmf: (k) => (k === 1 ? Math.log(p) : Math.log1p(-p)),
    cdf: () => 1 - p,
    sf: () => p,
    moments: () => ({
      mean: p,
      variance: p * (1 - p),
      skewness: (1 - 2 * p) / Math.sqrt(p * (1 - p)),
      kurtosis: (1 - 6 * p * (1 - p)) / (p * (1 - p)),
    }),
    sample: (random) => (random.uniform() < p ? 1 : 0),
  }),
});

/**
 * The Bernoulli distribution: 1 with probability p, else 0. `fit` gives the share of ones.
 * @example
 * ```ts
 * bernoulli({ p: 0.25 }).mean(); // → 0.25
 * bernoulli.fit([1, 0, 1, 1]).p; // → 0.75
 * ```
 */
export const bernoulli: DiscreteFamily<BernoulliParameters> & {
  fit(data: FitData): BernoulliParameters;
} = Object.assign((parameters: BernoulliParameters) => family(parameters), {
  fit: (data: FitData) => {
    const x = checkCounts("bernoulli.fit", data, 0);
    const bad = x.find((value) => value > 1);
    if (bad !== undefined) throw new ValueError(`bernoulli.fit: data must be 0 or 1, got ${bad}`);
    return { p: meanOf(x) };
  },
});
