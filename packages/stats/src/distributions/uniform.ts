import { defineContinuous, type NoShapes } from "./continuous";

/**
 * The uniform distribution on [loc, loc + scale].
 * @example
 * ```ts
 * uniform({ loc: 1, scale: 4 }).cdf([0, 2, 9]); // → Float64Array [0, 0.25, 1]
 * ```
 */
export const uniform = defineContinuous<NoShapes>({
  name: "uniform",
  shapes: {},
  standard: () => ({
    support: [0, 1],
    logpdf: () => 0,
    cdf: (x) => x,
    sf: (x) => 1 - x,
    quantile: (p, q) => (p <= q ? p : 1 - q),
    moments: () => ({ mean: 0.5, variance: 1 / 12, skewness: 0, kurtosis: -1.2 }),
    entropy: () => 0,
  }),
  solve: (x, fixed) => {
    const loc =
      fixed.loc ?? (fixed.scale === undefined ? least(x) : (least(x) + most(x) - fixed.scale) / 2);
    const scale = fixed.scale ?? most(x) - loc;
    return scale > 0 ? { loc, scale } : undefined;
  },
});

function least(x: Float64Array): number {
  return x.reduce((a, b) => Math.min(a, b));
}

function most(x: Float64Array): number {
  return x.reduce((a, b) => Math.max(a, b));
}
