import { defineContinuous } from "./continuous";
import { probability } from "./parameters";

/**
 * The triangular distribution on [0, 1] with its peak at c.
 * @example
 * ```ts
 * triang({ c: 0.5, scale: 10 }).mean(); // → 5
 * ```
 */
export const triang = defineContinuous<{ readonly c: number }>({
  name: "triang",
  shapes: { c: probability },
  standard: ({ c }) => ({
    support: [0, 1],
    logpdf: (x) =>
      Math.log(2) + (x < c ? Math.log(x / c) : c === 1 ? Math.log(x) : Math.log((1 - x) / (1 - c))),
    cdf: (x) => (x < c ? (x * x) / c : (x - c + x * (1 - x)) / (1 - c || 1)),
    sf: (x) => (x < c ? (c - x + x * (1 - x)) / c : (1 - x) ** 2 / (1 - c || 1)),
    quantile: (p, q) => (p < c ? Math.sqrt(c * p) : upper(c + p - c * p, (1 - c) * q)),
    moments: () => {
      const s = 1 - c + c * c;
      return {
        mean: (c + 1) / 3,
        variance: s / 18,
        skewness: (Math.SQRT2 * (2 * c - 1) * (c + 1) * (c - 2)) / (5 * s ** 1.5),
        kurtosis: -0.6,
      };
    },
    entropy: () => 0.5 - Math.LN2,
  }),
  guess: (x, fixed) => {
    const [low, high] = [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))];
    const width = high - low || 1;
    return { c: fixed.c ?? 0.5, loc: low - 0.05 * width, scale: 1.1 * width };
  },
});

/** 1 − √rest, where p = 1 − rest. */
function upper(p: number, rest: number): number {
  return p < 0.5 ? -Math.expm1(0.5 * Math.log1p(-p)) : 1 - Math.sqrt(rest);
}
