import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { randn } from "@gradus/tensor";

type Values = readonly number[];

interface Submission {
  numericGradient(f: (x: Values) => number, x: Values): number[];
}

const sum = (values: Values) => values.reduce((total, value) => total + value, 0);

/** Functions of any number of inputs, with their gradients. */
const functions: readonly [string, (x: Values) => number, (x: Values) => number[]][] = [
  ["the sum of sines", (x) => sum(x.map(Math.sin)), (x) => x.map(Math.cos)],
  [
    "e to the sum of squares",
    (x) => Math.exp(sum(x.map((v) => (v * v) / 9))),
    (x) => {
      const value = Math.exp(sum(x.map((v) => (v * v) / 9)));
      return x.map((v) => (2 * v * value) / 9);
    },
  ],
];

export default defineCheck(({ numericGradient }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const x = randn([seed + 1], { random: new RandomGenerator(seed) }).toArray<number[]>();
    const before = [...x];
    for (const [name, f, gradient] of functions) {
      const right = gradient(x);
      const found = numericGradient(f, x);
      expectThat(Array.isArray(found), "`numericGradient` returns a list of numbers.");
      expectClose(found, right, {
        rtol: 1e-6,
        atol: 1e-8,
        of: `the gradient of ${name} of ${x.length} numbers`,
        mistakes: {
          "all-at-once": right.map(() => sum(right)),
          "half-gap": right.map((value) => 2 * value),
          downhill: right.map((value) => -value),
        },
      });
    }
    expectClose(x, before, "the list x is the same afterwards");
  }
});
