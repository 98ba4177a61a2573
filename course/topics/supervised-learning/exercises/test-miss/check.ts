import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

type Learn = (X: number[][], y: number[]) => (row: number[]) => number;

interface Submission {
  testMiss(learn: Learn, X: number[][], y: number[], isTest: boolean[]): number;
}

/** Always the mean of what it has seen. */
const baseline: Learn = (_, y) => {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  return () => mean;
};

/** The answer of the nearest row that it has seen. */
const nearest: Learn = (X, y) => (row) => {
  const distances = X.map((other) => Math.hypot(...other.map((value, j) => value - row[j]!)));
  return y[distances.indexOf(Math.min(...distances))]!;
};

export default defineCheck(({ testMiss }: Submission) => {
  for (const [name, learn] of [
    ["always the mean", baseline],
    ["the nearest row", nearest],
  ] as const) {
    for (const seed of [1, 2, 3]) {
      const random = new RandomGenerator(seed);
      const X = Array.from({ length: 14 + seed }, () => [random.normal(), random.normal()]);
      const y = X.map(([a, b]) => 3 * a! - b! + random.normal());
      const isTest = X.map((_, i) => (i * seed) % 4 === 1);
      const training = isTest.map((test) => !test);
      const everywhere = isTest.map(() => true);
      const miss = (learned: boolean[], judged: boolean[], power = 2) => {
        const pick = <T>(list: readonly T[], flags: boolean[]) => list.filter((_, i) => flags[i]);
        const predict = learn(pick(X, learned), pick(y, learned));
        const powers = X.map((row, i) => Math.abs(predict(row) - y[i]!) ** power);
        const chosen = pick(powers, judged);
        return chosen.reduce((sum, value) => sum + value, 0) / chosen.length;
      };
      expectClose(testMiss(learn, X, y, isTest), Math.sqrt(miss(training, isTest)), {
        of: `the miss of "${name}" on ${isTest.filter(Boolean).length} of ${X.length} rows`,
        mistakes: {
          "fits-all": Math.sqrt(miss(everywhere, isTest)),
          "scores-training": Math.sqrt(miss(training, training)),
          "scores-all": Math.sqrt(miss(training, everywhere)),
          "no-root": miss(training, isTest),
          absolute: miss(training, isTest, 1),
        },
      });
    }
  }
});
