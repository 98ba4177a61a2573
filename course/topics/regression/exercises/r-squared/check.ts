import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  rSquared(y: readonly number[], yPred: readonly number[]): number;
}

export default defineCheck(({ rSquared }: Submission) => {
  for (const [seed, noise, shift] of [
    [1, 0.3, 0.2],
    [2, 0.8, 0.5],
    [3, 1, 3],
    [4, 0.5, -0.4],
  ] as const) {
    const random = new RandomGenerator(seed);
    const y = Array.from({ length: 4 + seed }, () => 3 + 2 * random.normal());
    const yPred = y.map((value) => 0.8 * value + shift + noise * random.normal());
    const left = sum(y.map((value, i) => (value - yPred[i]!) ** 2));
    const right = 1 - left / spread(y, y);
    expectClose(rSquared(y, yPred), right, {
      of: `R² of ${y.length} predictions${right < 0 ? ", worse than the mean" : ""}`,
      mistakes: {
        "share-left": left / spread(y, y),
        correlation: spread(y, yPred) ** 2 / spread(y, y) / spread(yPred, yPred),
        "spread-of-predictions": 1 - left / spread(yPred, yPred),
        "zero-at-least": Math.max(0, right),
      },
    });
  }
});

function spread(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
  return sum(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
