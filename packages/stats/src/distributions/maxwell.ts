import { defineContinuous, type NoShapes } from "./continuous";
import { meanOf } from "./fit";
import { standardGamma } from "./gamma";

/**
 * Maxwell's distribution with the density √(2/π)·x²·e^(−x²/2) for x ≥ 0: of the speed of a molecule.
 * @example
 * ```ts
 * maxwell().mean().toFixed(6); // → 1.595769
 * ```
 */
export const maxwell = defineContinuous<NoShapes>({
  name: "maxwell",
  shapes: {},
  fixed: { loc: 0 },
  standard: () => {
    const square = standardGamma(1.5, 2);
    return {
      support: [0, Number.POSITIVE_INFINITY],
      logpdf: (x) => 0.5 * Math.log(2 / Math.PI) + 2 * Math.log(x) - 0.5 * x * x,
      cdf: (x) => square.cdf(x * x),
      sf: (x) => square.sf(x * x),
      logcdf: (x) => square.logcdf!(x * x),
      logsf: (x) => square.logsf!(x * x),
      quantile: (p, q) => Math.sqrt(square.quantile!(p, q)),
      moments: () => ({
        mean: 2 * Math.sqrt(2 / Math.PI),
        variance: 3 - 8 / Math.PI,
        skewness: (Math.SQRT2 * (32 - 10 * Math.PI)) / (3 * Math.PI - 8) ** 1.5,
        kurtosis: (-12 * Math.PI ** 2 + 160 * Math.PI - 384) / (3 * Math.PI - 8) ** 2,
      }),
      entropy: () => 0.5772156649015329 + 0.5 * Math.log(2 * Math.PI) - 0.5,
      sample: (random) => Math.sqrt(square.sample!(random)),
    };
  },
  solve: (x, fixed) => {
    const { loc } = fixed;
    if (loc === undefined) return undefined;
    const scale = fixed.scale ?? Math.sqrt(meanOf(x.map((value) => (value - loc) ** 2)) / 3);
    return scale > 0 ? { loc, scale } : undefined;
  },
});
