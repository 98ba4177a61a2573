import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectEqual, expectThat } from "@gradus/course-kit";

interface Submission {
  skipTwins(scores: number[], correlations: number[][], k: number, limit: number): number[];
}

export default defineCheck(({ skipTwins }: Submission) => {
  // 0 and 1 are twins, and 1 and 2; 3 is 0 turned round; 4 is like none.
  const chain = [
    [1, 0.95, 0.7, -0.97, 0],
    [0.95, 1, 0.94, -0.9, 0],
    [0.7, 0.94, 1, -0.6, 0],
    [-0.97, -0.9, -0.6, 1, 0],
    [0, 0, 0, 0, 1],
  ];
  compare(skipTwins, [40, 30, 20, 10, 5], chain, 2, 0.9);
  compare(skipTwins, [40, 30, 20, 10, 5], chain, 3, 0.9);
  compare(skipTwins, [10, 30, 20, 40, 5], chain, 3, 0.9);
  compare(skipTwins, [5, 4, 3, 2, 1], chain, 4, 0.95);
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const n = 6 + seed;
    const rows = Array.from({ length: n }, () => random.uniform(-1, 1));
    const correlations = rows.map((a, i) => rows.map((b, j) => (i === j ? 1 : a * b)));
    const scores = rows.map(() => random.uniform(0, 100));
    for (const k of [2, 4, n]) compare(skipTwins, scores, correlations, k, 0.3);
  }
});

function compare(
  skipTwins: Submission["skipTwins"],
  scores: readonly number[],
  correlations: readonly (readonly number[])[],
  k: number,
  limit: number,
): void {
  const falling = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const pick = (order: readonly number[], likeness = Math.abs) => {
    const taken: number[] = [];
    for (const j of order) {
      if (taken.length < k && taken.every((i) => likeness(correlations[i]![j]!) <= limit)) {
        taken.push(j);
      }
    }
    return taken;
  };
  const strict = falling.filter((j, place) =>
    falling.slice(0, place).every((i) => Math.abs(correlations[i]![j]!) <= limit),
  );
  const got = skipTwins(
    [...scores],
    correlations.map((row) => [...row]),
    k,
    limit,
  );
  expectThat(Array.isArray(got), "`skipTwins` returns a list of places.");
  expectEqual(got, pick(falling), {
    of: `${k} of ${scores.length} features with the limit ${limit}`,
    mistakes: {
      "twins-of-skipped": strict.slice(0, k),
      "signs-matter": pick(falling, (r) => r),
      "lowest-first": pick(falling.toReversed()),
      "best-k-first": pick(falling.slice(0, k)),
    },
  });
}
