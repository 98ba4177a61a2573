// #region scratch
type Matrix = readonly (readonly number[])[];

const transpose = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));

function multiply(A: Matrix, B: Matrix): Matrix {
  const columns = transpose(B);
  return A.map((row) =>
    columns.map((column) => {
      let sum = 0; // the dot product of a row and a column
      for (let k = 0; k < row.length; k++) sum += row[k]! * column[k]!;
      return sum;
    }),
  );
}

/** Along the first row: each entry times the determinant of what is left without its row and column. */
function det(A: Matrix): number {
  if (A.length === 0) return 1;
  return A[0]!.reduce((sum, a, j) => {
    const rest = A.slice(1).map((row) => row.filter((_, k) => k !== j));
    return sum + (j % 2 === 0 ? a : -a) * det(rest);
  }, 0);
}

const P: Matrix = [
  [2, 0, 1],
  [1, 3, -1],
];
const Q: Matrix = [
  [1, 4],
  [2, 0],
  [-1, 3],
];
console.log("PQ", multiply(P, Q));
console.log("QP", multiply(Q, P));
console.log("determinant of PQ", det(multiply(P, Q)));

// #endregion

// #region library
import { determinant, tensor } from "@gradus/tensor";

const [p, q] = [tensor(P), tensor(Q)];
console.log("PQ", p.matmul(q).toArray());
console.log("QP", q.matmul(p).toArray());
console.log("determinant of PQ", determinant(p.matmul(q)).item());

// #endregion

// #region time
import { RandomGenerator } from "@gradus/core";
import { randn } from "@gradus/tensor";

const big = randn([256, 256], { random: new RandomGenerator(1) });
const rows = big.toArray<number[][]>();

function time(name: string, work: () => unknown): void {
  const start = performance.now();
  work();
  console.log(`${name}: ${(performance.now() - start).toFixed(1)} ms`);
}
big.matmul(big); // once before, so that all is loaded
time("from scratch", () => multiply(rows, rows));
time("library", () => big.matmul(big));
// #endregion
