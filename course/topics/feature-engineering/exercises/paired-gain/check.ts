import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import type { Gain } from "./start";

interface Submission {
  pairedGain(before: number[], after: number[]): Gain;
}

export default defineCheck(({ pairedGain }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const n = 4 + seed;
    const before = Array.from({ length: n }, () => random.uniform(0.6, 0.9));
    const after = before.map((score) => score + random.uniform(-0.01, 0.05));
    const gains = after.map((score, i) => score - before[i]!);
    const { mean, variance } = momentsOf(gains);
    const error = Math.sqrt(variance / n);
    const apart = momentsOf(before).variance + momentsOf(after).variance;
    const got = pairedGain([...before], [...after]);
    expectClose(
      { mean: got?.mean, error: got?.error },
      { mean, error },
      {
        of: `the gain of ${n} folds`,
        mistakes: {
          unpaired: { mean, error: Math.sqrt(apart / n) },
          "spread-of-gains": { mean, error: Math.sqrt(variance) },
          "divided-by-n": { mean, error: error * Math.sqrt((n - 1) / n) },
          "turned-round": { mean: -mean, error },
        },
      },
    );
  }
});

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
