import { LOG_ROOT_2PI, logNdtr, ndtr, ndtri } from "../special/normal";
import { defineContinuous } from "./continuous";
import { meanOf } from "./fit";
import { positive } from "./parameters";

/**
 * The lognormal distribution: log(X/scale) is normal with mean 0 and standard deviation s.
 * @example
 * ```ts
 * lognorm({ s: 0.5, scale: 10 }).median(); // → 10
 * lognorm({ s: 0.5 }).mean().toFixed(6); // → 1.133148
 * ```
 */
export const lognorm = defineContinuous<{ readonly s: number }>({
  name: "lognorm",
  shapes: { s: positive },
  fixed: { loc: 0 },
  standard: ({ s }) => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) => {
      if (x === 0) return Number.NEGATIVE_INFINITY;
      const log = Math.log(x);
      return -0.5 * (log / s) ** 2 - log - Math.log(s) - LOG_ROOT_2PI;
    },
    cdf: (x) => ndtr(Math.log(x) / s),
    sf: (x) => ndtr(-Math.log(x) / s),
    logcdf: (x) => logNdtr(Math.log(x) / s),
    logsf: (x) => logNdtr(-Math.log(x) / s),
    quantile: (p, q) => Math.exp(s * (p <= q ? ndtri(p) : -ndtri(q))),
    moments: () => {
      const w = Math.exp(s * s);
      const rest = Math.expm1(s * s);
      return {
        mean: Math.sqrt(w),
        variance: w * rest,
        skewness: (w + 2) * Math.sqrt(rest),
        // w⁴ + 2w³ + 3w² − 6, divided by w − 1.
        kurtosis: rest * (w ** 3 + 3 * w * w + 6 * w + 6),
      };
    },
    entropy: () => 0.5 + LOG_ROOT_2PI + Math.log(s),
    sample: (random) => Math.exp(s * random.normal()),
  }),
  solve: (x, fixed) => {
    const loc = fixed.loc;
    if (loc === undefined || x.some((value) => value <= loc)) return undefined;
    const logs = x.map((value) => Math.log(value - loc));
    const centre = fixed.scale === undefined ? meanOf(logs) : Math.log(fixed.scale);
    const s = fixed.s ?? Math.sqrt(meanOf(logs.map((log) => (log - centre) ** 2)));
    return s > 0 ? { s, loc, scale: fixed.scale ?? Math.exp(centre) } : undefined;
  },
});
