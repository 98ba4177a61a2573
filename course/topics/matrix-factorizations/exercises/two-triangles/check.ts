import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { eye, lowerTriangle, randn, tensor, triangularSolve, upperTriangle } from "@gradus/tensor";

type Matrix = readonly (readonly number[])[];
interface Submission {
  solveTriangles(L: Matrix, U: Matrix, b: readonly number[]): number[];
}

export default defineCheck(({ solveTriangles }: Submission) => {
  const L = [
    [1, 0, 0],
    [2, 1, 0],
    [4, 3, 1],
  ];
  const U = [
    [2, 1, 1],
    [0, 1, 1],
    [0, 0, 2],
  ];
  grade(solveTriangles, L, U, [4, 10, 24]);
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const size = seed + 1;
    const lower = lowerTriangle(randn([size, size], { random }), -1).add(eye(size));
    const upper = upperTriangle(randn([size, size], { random }), 1).add(eye(size).mul(3));
    const b = randn([size], { random });
    grade(solveTriangles, lower.toArray(), upper.toArray(), b.toArray());
  }
  expectClose(solveTriangles([[1]], [[4]], [2]), [0.5], "one equation: 4 x = 2");
});

function grade(solveTriangles: Submission["solveTriangles"], L: Matrix, U: Matrix, b: number[]) {
  const [lower, upper, right] = [tensor(L), tensor(U), tensor(b)];
  const c = triangularSolve(lower, right);
  const withUpper = triangularSolve(upper, right, { lower: false });
  expectClose(solveTriangles(L, U, b), triangularSolve(upper, c, { lower: false }), {
    of: `${b.length} equations`,
    mistakes: {
      "skips-forward": withUpper,
      "upper-first": triangularSolve(lower, withUpper),
      "no-diagonal": triangularSolve(upper, c, { lower: false, unitDiagonal: true }),
    },
  });
}
