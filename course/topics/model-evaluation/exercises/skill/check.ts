import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  skill(yTrain: readonly number[], yTest: readonly number[], said: readonly number[]): number;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

export default defineCheck(({ skill }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const drawn = (n: number, center: number) =>
      Array.from({ length: n }, () => center + 3 * random.normal());
    const yTrain = drawn(6 + seed, 20);
    const yTest = drawn(5 + seed, 22);
    const said = yTest.map((y) => y + seed * 0.8 * random.normal());
    const error = (guess: (i: number) => number, power = 2) =>
      mean(yTest.map((y, i) => Math.abs(y - guess(i)) ** power));
    const model = error((i) => said[i]!);
    const baseline = error(() => mean(yTrain));
    expectClose(skill(yTrain, yTest, said), 1 - model / baseline, {
      of: `the skill on ${yTest.length} rows`,
      mistakes: {
        "test-mean": 1 - model / error(() => mean(yTest)),
        "upside-down": 1 - baseline / model,
        "ratio-only": model / baseline,
        absolute: 1 - error((i) => said[i]!, 1) / error(() => mean(yTrain), 1),
      },
    });
  }
});
