import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { randn } from "@gradus/tensor";

type Matrix = readonly (readonly number[])[];
interface Submission {
  multiply(A: Matrix, B: Matrix): number[][];
}

const SHAPES = [
  [2, 2, 2],
  [3, 3, 3],
  [2, 3, 4],
  [4, 1, 2],
  [1, 5, 1],
] as const;

export default defineCheck(({ multiply }: Submission) => {
  for (const [i, [m, k, n]] of SHAPES.entries()) {
    const random = new RandomGenerator(i + 1);
    const [A, B] = [randn([m, k], { random }), randn([k, n], { random })];
    const square = m === k && k === n;
    expectClose(multiply(A.toArray<number[][]>(), B.toArray<number[][]>()), A.matmul(B), {
      of: `the product of shapes (${m}, ${k}) and (${k}, ${n})`,
      mistakes: square
        ? {
            elementwise: A.mul(B),
            "other-order": B.matmul(A),
            "rows-with-rows": A.matmul(B.transpose()),
          }
        : {},
    });
  }
  for (const [A, B] of [
    [[[1, 2, 3]], [[1], [2]]],
    [[[1, 2]], [[1], [2], [3]]],
  ] as const) {
    expectThat(
      refuses(() => multiply(A, B)),
      `Shapes (1, ${A[0].length}) and (${B.length}, 1) do not fit: throw a \`RangeError\`.`,
    );
  }
});

function refuses(attempt: () => void): boolean {
  try {
    attempt();
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
}
