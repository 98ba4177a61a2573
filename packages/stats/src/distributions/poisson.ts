import { logPoisson } from "../special/densities";
import { logGammaTails } from "../special/incomplete-gamma";
import { checkCounts, type DiscreteFamily, defineDiscrete } from "./discrete";
import { type FitData, meanOf } from "./fit";
import type { Domain } from "./parameters";

/** How many events are expected. */
export interface PoissonParameters {
  /** The mean, ≥ 0. */
  readonly mu: number;
}

const rate: Domain = {
  expected: "a finite number >= 0",
  holds: (x) => Number.isFinite(x) && x >= 0,
};

const family = defineDiscrete<PoissonParameters>({
  name: "poisson",
  shapes: { mu: rate },
  standard: ({ mu }) => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpmf: (k) => logPoisson(k, mu),
    cdf: (k) => Math.exp(logGammaTails(k + 1, mu).upper),
    sf: (k) => Math.exp(logGammaTails(k + 1, mu).lower),
    logcdf: (k) => logGammaTails(k + 1, mu).upper,
    logsf: (k) => logGammaTails(k + 1, mu).lower,
    moments: () => ({
      mean: mu,
      variance: mu,
      skewness: 1 / Math.sqrt(mu),
      kurtosis: 1 / mu,
    }),
  }),
});

/**
 * The Poisson distribution of the number of independent events of which mu are expected. `fit` gives their mean.
 * @example
 * ```ts
 * poisson({ mu: 3 }).pmf(0).toFixed(6); // → 0.049787
 * poisson.fit([2, 4, 3]).mu; // → 3
 * ```
 */
export const poisson: DiscreteFamily<PoissonParameters> & {
  fit(data: FitData): PoissonParameters;
} = Object.assign((parameters: PoissonParameters) => family(parameters), {
  fit: (data: FitData) => ({ mu: meanOf(checkCounts("poisson.fit", data, 0)) }),
});
