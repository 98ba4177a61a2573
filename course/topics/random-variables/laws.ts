// The distributions of the figures, and how far a sample is from them.
import { RandomGenerator } from "@gradus/core";
import { type ContinuousDistribution, expon, gamma, lognorm, norm, uniform } from "@gradus/stats";

interface Law {
  readonly distribution: ContinuousDistribution;
  /** What the axis shows. */
  readonly domain: readonly [low: number, high: number];
}

export const laws = {
  exponential: { distribution: expon({ scale: 0.5 }), domain: [0, 3] },
  uniform: { distribution: uniform(), domain: [-0.5, 1.5] },
  normal: { distribution: norm(), domain: [-3.5, 3.5] },
  gamma: { distribution: gamma({ a: 3 }), domain: [0, 10] },
  "log-normal": { distribution: lognorm({ s: 0.7 }), domain: [0, 6] },
} as const satisfies Record<string, Law>;

export type LawName = keyof typeof laws;
export const lawNames = Object.keys(laws) as LawName[];

/** n numbers of a law, in the order in which they are drawn. */
export function draw(law: LawName, n: number, seed: number): Float64Array {
  return laws[law].distribution.rvs(n, { random: new RandomGenerator(seed) });
}

/** The largest gap between the empirical distribution function of a sample and F, and where it is. */
export function largestGap(
  sample: Float64Array,
  F: (x: number) => number,
): { readonly gap: number; readonly x: number; readonly share: number } {
  const sorted = sample.slice().sort();
  let best = { gap: 0, x: sorted[0]!, share: 0 };
  sorted.forEach((x, i) => {
    for (const share of [i / sorted.length, (i + 1) / sorted.length]) {
      const gap = Math.abs(share - F(x));
      if (gap > best.gap) best = { gap, x, share };
    }
  });
  return best;
}
