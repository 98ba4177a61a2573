import { defineContinuous, type NoShapes } from "./continuous";
import { meanOf } from "./fit";

/**
 * The Rayleigh distribution with the density x·e^(−x²/2) for x ≥ 0: of the length of a plane vector with two standard
 * normal coordinates.
 * @example
 * ```ts
 * rayleigh({ scale: 2 }).median().toFixed(6); // → 2.354820
 * ```
 */
export const rayleigh = defineContinuous<NoShapes>({
  name: "rayleigh",
  shapes: {},
  fixed: { loc: 0 },
  standard: () => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) => Math.log(x) - 0.5 * x * x,
    cdf: (x) => -Math.expm1(-0.5 * x * x),
    sf: (x) => Math.exp(-0.5 * x * x),
    logsf: (x) => -0.5 * x * x,
    quantile: (p, q) => Math.sqrt(-2 * (p <= q ? Math.log1p(-p) : Math.log(q))),
    moments: () => ({
      mean: Math.sqrt(Math.PI / 2),
      variance: 2 - Math.PI / 2,
      skewness: (2 * Math.sqrt(Math.PI) * (Math.PI - 3)) / (4 - Math.PI) ** 1.5,
      kurtosis: -(6 * Math.PI ** 2 - 24 * Math.PI + 16) / (4 - Math.PI) ** 2,
    }),
    entropy: () => 1 + 0.5772156649015329 / 2 - 0.5 * Math.LN2,
  }),
  solve: (x, fixed) => {
    const { loc } = fixed;
    if (loc === undefined) return undefined;
    const scale = fixed.scale ?? Math.sqrt(meanOf(x.map((value) => (value - loc) ** 2)) / 2);
    return scale > 0 ? { loc, scale } : undefined;
  },
});
