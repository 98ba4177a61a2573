import { defineContinuous, type NoShapes } from "./continuous";
import { meanOf } from "./fit";

/**
 * The exponential distribution with the density e⁻ˣ for x ≥ 0; scale is its mean, the inverse of the rate.
 * @example
 * ```ts
 * expon({ scale: 2 }).sf(2).toFixed(6); // → 0.367879
 * ```
 */
export const expon = defineContinuous<NoShapes>({
  name: "expon",
  shapes: {},
  standard: () => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) => -x,
    cdf: (x) => -Math.expm1(-x),
    sf: (x) => Math.exp(-x),
    logsf: (x) => -x,
    quantile: (p, q) => (p <= q ? -Math.log1p(-p) : -Math.log(q)),
    moments: () => ({ mean: 1, variance: 1, skewness: 2, kurtosis: 6 }),
    entropy: () => 1,
  }),
  solve: (x, fixed) => {
    const loc = fixed.loc ?? x.reduce((a, b) => Math.min(a, b));
    const scale = fixed.scale ?? meanOf(x) - loc;
    return scale > 0 ? { loc, scale } : undefined;
  },
});
