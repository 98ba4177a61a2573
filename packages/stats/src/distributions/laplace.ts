import { defineContinuous, type NoShapes } from "./continuous";
import { meanOf } from "./fit";

/**
 * The Laplace distribution with the density e^(−|x|)/2.
 * @example
 * ```ts
 * laplace({ scale: 3 }).variance(); // → 18
 * ```
 */
export const laplace = defineContinuous<NoShapes>({
  name: "laplace",
  shapes: {},
  standard: () => ({
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    logpdf: (x) => -Math.abs(x) - Math.LN2,
    cdf: below,
    sf: (x) => below(-x),
    logcdf: (x) => (x < 0 ? x - Math.LN2 : Math.log1p(-0.5 * Math.exp(-x))),
    logsf: (x) => (x > 0 ? -x - Math.LN2 : Math.log1p(-0.5 * Math.exp(x))),
    quantile: (p, q) => (p <= q ? Math.log(2 * p) : -Math.log(2 * q)),
    moments: () => ({ mean: 0, variance: 2, skewness: 0, kurtosis: 3 }),
    entropy: () => Math.LN2 + 1,
  }),
  solve: (x, fixed) => {
    const sorted = x.toSorted();
    const middle = sorted.length / 2;
    const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
    const loc = fixed.loc ?? median;
    const scale = fixed.scale ?? meanOf(x.map((value) => Math.abs(value - loc)));
    return scale > 0 ? { loc, scale } : undefined;
  },
});

function below(x: number): number {
  return x < 0 ? 0.5 * Math.exp(x) : 1 - 0.5 * Math.exp(-x);
}
