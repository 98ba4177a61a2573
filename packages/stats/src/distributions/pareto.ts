import { defineContinuous } from "./continuous";
import { meanOf } from "./fit";
import { positive } from "./parameters";

/**
 * The Pareto distribution with the density b/xᵇ⁺¹ for x ≥ 1; scale is its least value.
 * @example
 * ```ts
 * pareto({ b: 3, scale: 2 }).mean(); // → 3
 * ```
 */
export const pareto = defineContinuous<{ readonly b: number }>({
  name: "pareto",
  shapes: { b: positive },
  fixed: { loc: 0 },
  standard: ({ b }) => ({
    support: [1, Number.POSITIVE_INFINITY],
    logpdf: (x) => Math.log(b) - (b + 1) * Math.log(x),
    cdf: (x) => -Math.expm1(-b * Math.log(x)),
    sf: (x) => x ** -b,
    logsf: (x) => -b * Math.log(x),
    quantile: (p, q) => Math.exp((p <= q ? -Math.log1p(-p) : -Math.log(q)) / b),
    moments: () => ({
      mean: b > 1 ? b / (b - 1) : Number.POSITIVE_INFINITY,
      variance: b > 2 ? b / ((b - 1) ** 2 * (b - 2)) : Number.POSITIVE_INFINITY,
      skewness: b > 3 ? ((2 * (1 + b)) / (b - 3)) * Math.sqrt((b - 2) / b) : Number.NaN,
      kurtosis: b > 4 ? (6 * (b ** 3 + b * b - 6 * b - 2)) / (b * (b - 3) * (b - 4)) : Number.NaN,
    }),
    entropy: () => 1 + 1 / b - Math.log(b),
  }),
  solve: (x, fixed) => {
    const { loc } = fixed;
    if (loc === undefined) return undefined;
    const scale = fixed.scale ?? x.reduce((a, b) => Math.min(a, b)) - loc;
    if (!(scale > 0)) return undefined;
    const log = meanOf(x.map((value) => Math.log((value - loc) / scale)));
    return log > 0 ? { b: fixed.b ?? 1 / log, loc, scale } : undefined;
  },
});
