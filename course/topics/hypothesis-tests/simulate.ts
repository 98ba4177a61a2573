// Experiments with known truth, for the figures.
import { RandomGenerator } from "@gradus/core";
import { ndtr, ttestInd } from "@gradus/stats";

export interface Experiment {
  readonly pvalue: number;
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
}

/** Student's t test in many experiments with n normal numbers in each of two groups, `effect` standard deviations apart. */
export function experiments(
  count: number,
  { effect, n, alpha, seed }: { effect: number; n: number; alpha: number; seed: number },
): Experiment[] {
  const random = new RandomGenerator(seed);
  const group = (mean: number) => Array.from({ length: n }, () => random.normal(mean));
  return Array.from({ length: count }, () => {
    const found = ttestInd(group(effect), group(0), { confidenceLevel: 1 - alpha });
    const [low, high] = found.confidenceInterval;
    return { pvalue: found.pvalue, difference: found.estimate, interval: [low, high] };
  });
}

/** How many p-values fall into each of `bins` equal parts of 0 to 1. */
export function binned(pvalues: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const p of pvalues) counts[Math.min(bins - 1, Math.floor(p * bins))]! += 1;
  return counts;
}

/** The p-values of a z test that is looked at after each batch, though there is nothing to find. */
export function peeks(walks: number, looks: number, seed: number): number[][] {
  return Array.from({ length: walks }, (_, i) => {
    const random = new RandomGenerator(seed, i);
    let sum = 0;
    return Array.from({ length: looks }, (__, k) => {
      sum += random.normal();
      return 2 * ndtr(-Math.abs(sum) / Math.sqrt(k + 1));
    });
  });
}

/** The share of walks that were at or below alpha in one of the first k looks, for each k. */
export function alarmed(walks: readonly (readonly number[])[], alpha: number): number[] {
  const first = walks.map((walk) => walk.findIndex((p) => p <= alpha));
  return walks[0]!.map((_, k) => first.filter((at) => at >= 0 && at <= k).length / walks.length);
}
