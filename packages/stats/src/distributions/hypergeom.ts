import { logBinomial } from "../special/densities";
import { defineDiscrete } from "./discrete";
import { count } from "./parameters";

/** An urn and how many are drawn from it, with SciPy's letters. */
export interface HypergeometricParameters {
  /** All things in the urn. */
  readonly M: number;
  /** Those of them that count. */
  readonly n: number;
  /** How many are drawn, none put back. */
  readonly N: number;
}

/**
 * The hypergeometric distribution of how many of N things drawn without replacement from M are among the n that count.
 * @example
 * ```ts
 * hypergeom({ M: 49, n: 6, N: 6 }).sf(2).toFixed(6); // → 0.018638
 * ```
 */
export const hypergeom = defineDiscrete<HypergeometricParameters>({
  name: "hypergeom",
  shapes: { M: count, n: count, N: count },
  refuse: ({ M, n, N }) =>
    Math.max(n, N) <= M ? undefined : `n and N must be at most M = ${M}, got ${n} and ${N}`,
  standard: ({ M, n, N }) => {
    const [least, most] = [Math.max(0, N + n - M), Math.min(n, N)];
    // Loader's form: a ratio of binomial probabilities, of which no factor is far from 1.
    const share = M === 0 ? 0 : N / M;
    const logpmf = (k: number) =>
      share === 0 || share === 1
        ? 0
        : logBinomial(k, n, share, 1 - share) +
          logBinomial(N - k, M - n, share, 1 - share) -
          logBinomial(N, M, share, 1 - share);
    // Outward from k, by the ratio of neighbours.
    const sum = (from: number, step: 1 | -1) => {
      let [total, term] = [1, 1];
      for (let k = from; step > 0 ? k < most : k > least; k += step) {
        const up = ((n - k) * (N - k)) / ((k + 1) * (M - n - N + k + 1));
        const down = (k * (M - n - N + k)) / ((n - k + 1) * (N - k + 1));
        term *= step > 0 ? up : down;
        total += term;
        if (term < 1e-18 * total) break;
      }
      return Math.exp(logpmf(from)) * total;
    };
    const mean = M === 0 ? 0 : (N * n) / M;
    const cdf = (k: number) => (k < mean ? sum(k, -1) : 1 - sum(k + 1, 1));
    return {
      support: [least, most],
      logpmf,
      cdf,
      sf: (k) => (k < mean ? 1 - sum(k, -1) : sum(k + 1, 1)),
      moments: () => moments(M, n, N),
    };
  },
});

function moments(M: number, n: number, N: number) {
  const m = M - n;
  const mean = (n * N) / M;
  const variance = (n * N * m * (M - N)) / (M * M * (M - 1));
  const skew = ((m - n) * (M - 2 * N)) / (M - 2);
  const first = (M - 1) * M * M * (M * (M + 1) - 6 * N * (M - N) - 6 * n * m);
  const second = 6 * n * N * (M - N) * m * (5 * M - 6);
  return {
    mean,
    variance,
    skewness: skew * Math.sqrt((M - 1) / (n * N * m * (M - N))),
    kurtosis: (first + second) / (n * N * (M - N) * m * (M - 2) * (M - 3)),
  };
}
