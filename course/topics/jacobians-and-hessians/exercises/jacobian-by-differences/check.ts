import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

type Vector = readonly number[];
type VectorFunction = (x: Vector) => Vector;

interface Submission {
  jacobianOf(f: VectorFunction, x: Vector): number[][];
}

const H = 1e-4;

/** Functions of several inputs with as many outputs or more, curved enough to tell differences apart. */
const functions: readonly VectorFunction[] = [
  (x) => [x[0]! ** 3 * x[1]!, Math.exp(3 * x[1]!), x[0]! * x[1]! ** 2],
  (x) => [Math.exp(3 * x[0]! + x[2]!), 5 * x[1]! ** 3 * x[2]!],
  (x) => [x[0]! ** 4, Math.exp(2 * x[0]!), 7 * x[0]! ** 2],
];

export default defineCheck(({ jacobianOf }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const f = functions[seed - 1]!;
    const x = Array.from({ length: [2, 3, 1][seed - 1]! }, () => random.uniform(0.5, 1.5));
    const before = [...x];
    const found = jacobianOf(f, x);
    expectClose(x, before, "the inputs that came in must stay as they were");
    const moved = (j: number, by: number) => f(x.map((value, k) => (k === j ? value + by : value)));
    const at = f(x);
    const table = (entry: (i: number, j: number) => number) =>
      at.map((_, i) => x.map((_, j) => entry(i, j)));
    const right = table((i, j) => (moved(j, H)[i]! - moved(j, -H)[i]!) / (2 * H));
    const together = (by: number) => f(x.map((value) => value + by));
    expectClose(found, right, {
      of: `the derivatives of ${at.length} outputs by ${x.length} inputs`,
      rtol: 1e-8,
      atol: 1e-8,
      mistakes: {
        ...(x.length > 1 && {
          transposed: x.map((_, j) => at.map((_, i) => right[i]![j]!)),
          "all-at-once": table((i) => (together(H)[i]! - together(-H)[i]!) / (2 * H)),
        }),
        "half-step": right.map((row) => row.map((value) => 2 * value)),
        "one-sided": table((i, j) => (moved(j, H)[i]! - at[i]!) / H),
      },
    });
  }
});
