import { erf, erfc } from "../special/erf";
import { erfinv, logNdtr, ndtri } from "../special/normal";
import { defineContinuous, type NoShapes } from "./continuous";
import { meanOf } from "./fit";

/**
 * The half-normal distribution of the size |Z| of a standard normal number.
 * @example
 * ```ts
 * halfnorm().cdf(1.96).toFixed(6); // → 0.950004
 * ```
 */
export const halfnorm = defineContinuous<NoShapes>({
  name: "halfnorm",
  shapes: {},
  fixed: { loc: 0 },
  standard: () => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) => 0.5 * Math.log(2 / Math.PI) - 0.5 * x * x,
    cdf: (x) => erf(x * Math.SQRT1_2),
    sf: (x) => erfc(x * Math.SQRT1_2),
    logsf: (x) => (x < 1 ? Math.log1p(-erf(x * Math.SQRT1_2)) : Math.LN2 + logNdtr(-x)),
    quantile: (p, q) => (p <= q ? Math.SQRT2 * erfinv(p) : -ndtri(q / 2)),
    moments: () => ({
      mean: Math.sqrt(2 / Math.PI),
      variance: 1 - 2 / Math.PI,
      skewness: (Math.SQRT2 * (4 - Math.PI)) / (Math.PI - 2) ** 1.5,
      kurtosis: (8 * (Math.PI - 3)) / (Math.PI - 2) ** 2,
    }),
    entropy: () => 0.5 * Math.log(Math.PI / 2) + 0.5,
    sample: (random) => Math.abs(random.normal()),
  }),
  solve: (x, fixed) => {
    const { loc } = fixed;
    if (loc === undefined) return undefined;
    const scale = fixed.scale ?? Math.sqrt(meanOf(x.map((value) => (value - loc) ** 2)));
    return scale > 0 ? { loc, scale } : undefined;
  },
});
