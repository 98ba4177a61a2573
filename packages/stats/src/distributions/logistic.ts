import { defineContinuous, type NoShapes } from "./continuous";
import { startOf } from "./fit";

/**
 * The logistic distribution, whose distribution function is the sigmoid 1/(1 + e⁻ˣ).
 * @example
 * ```ts
 * logistic({ loc: 2, scale: 0.5 }).cdf(2); // → 0.5
 * ```
 */
export const logistic = defineContinuous<NoShapes>({
  name: "logistic",
  shapes: {},
  standard: () => ({
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    logpdf: (x) => -Math.abs(x) - 2 * Math.log1p(Math.exp(-Math.abs(x))),
    cdf: (x) => Math.exp(logSigmoid(x)),
    sf: (x) => Math.exp(logSigmoid(-x)),
    logcdf: logSigmoid,
    logsf: (x) => logSigmoid(-x),
    quantile: (p, q) => Math.log(p) - Math.log(q),
    moments: () => ({ mean: 0, variance: Math.PI ** 2 / 3, skewness: 0, kurtosis: 1.2 }),
    entropy: () => 2,
  }),
  guess: (x) => {
    const { loc, scale } = startOf(x);
    return { loc, scale: (scale * Math.sqrt(3)) / Math.PI };
  },
});

function logSigmoid(x: number): number {
  return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
}
