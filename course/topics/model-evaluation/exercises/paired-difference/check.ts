import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Comparison {
  readonly difference: number;
  readonly error: number;
}

interface Submission {
  pairedDifference(a: readonly number[], b: readonly number[]): Comparison;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]) =>
  values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - 1);

export default defineCheck(({ pairedDifference }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const n = 20 + 7 * seed;
    const hard = Array.from({ length: n }, () => random.uniform());
    const asked = (skill: number) =>
      hard.map((level) => (level + 0.25 * random.normal() < skill ? 1 : 0));
    const [a, b] = [asked(0.8), asked(0.55)];
    const d = a.map((each, i) => each - b[i]!);
    const ofMean = (values: readonly number[]) => ({
      difference: mean(values),
      error: Math.sqrt(variance(values) / values.length),
    });
    const right = ofMean(d);
    expectClose(pairedDifference(a, b), right, {
      of: `the comparison on ${n} rows`,
      mistakes: {
        unpaired: { ...right, error: Math.sqrt((variance(a) + variance(b)) / n) },
        "spread-of-rows": { ...right, error: Math.sqrt(variance(d)) },
        "second-minus-first": { ...right, difference: -right.difference },
        "only-disagreements": ofMean(d.filter((each) => each !== 0)),
      },
    });
  }
});
