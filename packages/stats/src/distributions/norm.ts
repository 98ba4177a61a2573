import { LOG_ROOT_2PI, logNdtr, ndtr, ndtri } from "../special/normal";
import { defineContinuous, type NoShapes } from "./continuous";
import { startOf } from "./fit";

/**
 * The normal distribution with the density e^(−x²/2)/√(2π); loc is its mean, scale its standard deviation.
 * @example
 * ```ts
 * norm({ loc: 100, scale: 15 }).sf(130).toFixed(6); // → 0.022750
 * norm().ppf(0.975).toFixed(6); // → 1.959964
 * norm.fit([1, 2, 3, 4]).loc; // → 2.5
 * ```
 */
export const norm = defineContinuous<NoShapes>({
  name: "norm",
  shapes: {},
  standard: () => ({
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    logpdf: (x) => -0.5 * x * x - LOG_ROOT_2PI,
    cdf: ndtr,
    sf: (x) => ndtr(-x),
    logcdf: logNdtr,
    logsf: (x) => logNdtr(-x),
    quantile: (p, q) => (p <= q ? ndtri(p) : -ndtri(q)),
    moments: () => ({ mean: 0, variance: 1, skewness: 0, kurtosis: 0 }),
    entropy: () => LOG_ROOT_2PI + 0.5,
    sample: (random) => random.normal(),
  }),
  solve: (x, fixed) => {
    const loc = fixed.loc ?? startOf(x).loc;
    const scale = fixed.scale ?? Math.hypot(...x.map((value) => value - loc)) / Math.sqrt(x.length);
    return scale > 0 ? { loc, scale } : undefined;
  },
});
