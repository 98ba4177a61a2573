import { defineDiscrete } from "./discrete";
import { integer } from "./parameters";

/**
 * The uniform distribution on the integers low, low + 1, …, high − 1.
 * @example
 * ```ts
 * randint({ low: 1, high: 7 }).mean(); // → 3.5
 * ```
 */
export const randint = defineDiscrete<{ readonly low: number; readonly high: number }>({
  name: "randint",
  shapes: { low: integer, high: integer },
  refuse: ({ low, high }) =>
    low < high ? undefined : `low must be below high, got ${low} and ${high}`,
  standard: ({ low, high }) => {
    const n = high - low;
    return {
      support: [low, high - 1],
      logpmf: () => -Math.log(n),
      cdf: (k) => (k - low + 1) / n,
      sf: (k) => (high - 1 - k) / n,
      moments: () => ({
        mean: (low + high - 1) / 2,
        variance: (n * n - 1) / 12,
        skewness: 0,
        kurtosis: (-1.2 * (n * n + 1)) / (n * n - 1),
      }),
      entropy: () => Math.log(n),
    };
  },
});
