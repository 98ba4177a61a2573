import { gammaFunction } from "../special/gamma";
import { log1mexp } from "../special/polynomial";
import { defineContinuous } from "./continuous";
import { meanOf } from "./fit";
import { positive } from "./parameters";

const EULER = 0.5772156649015329;

/**
 * The Weibull distribution with the density c·xᶜ⁻¹·e^(−xᶜ) for x ≥ 0: of lifetimes, for c > 1 with wear.
 * @example
 * ```ts
 * weibullMin({ c: 2, scale: 10 }).sf(10).toFixed(6); // → 0.367879
 * ```
 */
export const weibullMin = defineContinuous<{ readonly c: number }>({
  name: "weibullMin",
  shapes: { c: positive },
  fixed: { loc: 0 },
  standard: ({ c }) => ({
    support: [0, Number.POSITIVE_INFINITY],
    logpdf: (x) => Math.log(c) + (c === 1 ? 0 : (c - 1) * Math.log(x)) - x ** c,
    cdf: (x) => -Math.expm1(-(x ** c)),
    sf: (x) => Math.exp(-(x ** c)),
    logcdf: (x) => log1mexp(-(x ** c)),
    logsf: (x) => -(x ** c),
    quantile: (p, q) => (p <= q ? -Math.log1p(-p) : -Math.log(q)) ** (1 / c),
    moments: () => {
      const [g1, g2, g3, g4] = [1, 2, 3, 4].map((k) => gammaFunction(1 + k / c)) as [
        number,
        number,
        number,
        number,
      ];
      const variance = g2 - g1 * g1;
      const third = g3 - 3 * g1 * g2 + 2 * g1 ** 3;
      const fourth = g4 - 4 * g1 * g3 + 6 * g1 * g1 * g2 - 3 * g1 ** 4;
      return {
        mean: g1,
        variance,
        skewness: third / variance ** 1.5,
        kurtosis: fourth / variance ** 2 - 3,
      };
    },
    entropy: () => EULER * (1 - 1 / c) - Math.log(c) + 1,
  }),
  guess: (x, { loc = 0 }) => ({ c: 1.5, scale: Math.abs(meanOf(x) - loc) || 1, loc }),
});
