import { defineContinuous, type NoShapes } from "./continuous";

/**
 * The Cauchy distribution with the density 1/(π(1 + x²)), which has no mean.
 * @example
 * ```ts
 * cauchy().ppf(0.75).toFixed(6); // → 1.000000
 * cauchy().mean(); // → NaN
 * ```
 */
export const cauchy = defineContinuous<NoShapes>({
  name: "cauchy",
  shapes: {},
  standard: () => ({
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    logpdf: (x) =>
      -Math.log(Math.PI) - (Math.abs(x) > 1e150 ? 2 * Math.log(Math.abs(x)) : Math.log1p(x * x)),
    cdf: below,
    sf: (x) => below(-x),
    quantile: (p, q) => {
      const small = Math.min(p, q);
      const size = small < 0.25 ? 1 / Math.tan(Math.PI * small) : Math.tan(Math.PI * (0.5 - small));
      return p <= q ? -size : size;
    },
    moments: () => ({
      mean: Number.NaN,
      variance: Number.NaN,
      skewness: Number.NaN,
      kurtosis: Number.NaN,
    }),
    entropy: () => Math.log(4 * Math.PI),
  }),
  guess: (x) => {
    const sorted = x.toSorted();
    const at = (p: number) => sorted[Math.floor(p * (x.length - 1))]!;
    return { loc: at(0.5), scale: (at(0.75) - at(0.25)) / 2 || 1 };
  },
});

function below(x: number): number {
  return x < -1 ? Math.atan(-1 / x) / Math.PI : 0.5 + Math.atan(x) / Math.PI;
}
