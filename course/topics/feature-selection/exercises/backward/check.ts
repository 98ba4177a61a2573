import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectEqual, expectThat } from "@gradus/course-kit";

type Score = (features: number[]) => number;

interface Submission {
  backward(score: Score, nFeatures: number, k: number): number[];
}

export default defineCheck(({ backward }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const n = 6 + (seed % 3);
    const worth = Array.from({ length: n }, () => random.uniform(1, 5));
    const overlap = worth.map(() => worth.map(() => random.uniform(0, 3)));
    // Each feature has a worth of its own, less what it shares with others.
    const score: Score = (features) =>
      features.reduce(
        (sum, i) =>
          sum + worth[i]! - features.reduce((s, j) => s + (j < i ? overlap[i]![j]! : 0), 0),
        0,
      );
    const all = worth.map((_, j) => j);
    const rest = (features: readonly number[], j: number) =>
      features.filter((other) => other !== j);
    const eliminate = (k: number, sign: number) => {
      let left = all;
      while (left.length > k) {
        const rests = left.map((j) => rest(left, j));
        left = rests.reduce((a, b) => (sign * score(b) > sign * score(a) ? b : a));
      }
      return left;
    };
    const best = (by: (j: number) => number, k: number) =>
      all
        .toSorted((a, b) => by(b) - by(a))
        .slice(0, k)
        .sort((a, b) => a - b);
    for (const k of [2, 3]) {
      const got = backward(score, n, k);
      expectThat(Array.isArray(got), "`backward` returns a list of places.");
      expectEqual(got, eliminate(k, 1), {
        of: `${k} of ${n} features`,
        mistakes: {
          "worst-rest": eliminate(k, -1),
          "each-alone": best((j) => score([j]), k),
          "all-at-once": best((j) => -score(rest(all, j)), k),
          "one-too-many": eliminate(k + 1, 1),
        },
      });
    }
  }
});
