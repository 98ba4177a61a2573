import { defineContinuous } from "./continuous";
import { standardGamma } from "./gamma";
import { positive } from "./parameters";

/**
 * The χ² distribution of the sum of `df` squared standard normal numbers.
 * @example
 * ```ts
 * chi2({ df: 1 }).isf(0.05).toFixed(6); // → 3.841459
 * ```
 */
export const chi2 = defineContinuous<{ readonly df: number }>({
  name: "chi2",
  shapes: { df: positive },
  fixed: { loc: 0, scale: 1 },
  standard: ({ df }) => standardGamma(df / 2, 2),
  guess: (x) => ({ df: Math.max(1e-3, x.reduce((a, b) => a + b, 0) / x.length) }),
});
