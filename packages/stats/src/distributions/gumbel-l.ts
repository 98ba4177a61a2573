import { log1mexp } from "../special/polynomial";
import { defineContinuous, type NoShapes } from "./continuous";
import { startOf } from "./fit";

const EULER = 0.5772156649015329;
/** 12√6·ζ(3)/π³. */
const SKEWNESS = 1.1395470994046486;

/**
 * The Gumbel distribution of the smallest of many numbers, with the distribution function 1 − e^(−eˣ).
 * @example
 * ```ts
 * gumbelL().mean().toFixed(6); // → -0.577216
 * ```
 */
export const gumbelL = defineContinuous<NoShapes>({
  name: "gumbelL",
  shapes: {},
  standard: () => ({
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    logpdf: (x) => x - Math.exp(x),
    cdf: (x) => -Math.expm1(-Math.exp(x)),
    sf: (x) => Math.exp(-Math.exp(x)),
    logcdf: (x) => log1mexp(-Math.exp(x)),
    logsf: (x) => -Math.exp(x),
    quantile: (p, q) => Math.log(p <= q ? -Math.log1p(-p) : -Math.log(q)),
    moments: () => ({
      mean: -EULER,
      variance: Math.PI ** 2 / 6,
      skewness: -SKEWNESS,
      kurtosis: 2.4,
    }),
    entropy: () => 1 + EULER,
  }),
  guess: (x) => {
    const start = startOf(x);
    const scale = (start.scale * Math.sqrt(6)) / Math.PI;
    return { loc: start.loc + EULER * scale, scale };
  },
});
