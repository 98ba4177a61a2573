// #region months
const M = [
  [0.9, 0.2], // who uses A next month: 90 % of A's users, 20 % of B's
  [0.1, 0.8],
];
const next = (x: number[]) => M.map((row) => row[0]! * x[0]! + row[1]! * x[1]!);

const show = (x: number[]) => x.map((value) => value.toFixed(4)).join(", ");

let users = [1, 0]; // everybody starts with A
for (let month = 1; month <= 24; month++) {
  users = next(users);
  if (month <= 3 || month % 6 === 0) console.log("month", month, "shares", show(users));
}
// #endregion

// #region two-directions
console.log("M times (2/3, 1/3):", show(next([2 / 3, 1 / 3])));
console.log("M times (1, −1):", show(next([1, -1])));
// #endregion

// #region characteristic
const [[a, b], [c, d]] = M as [[number, number], [number, number]];
const trace = a + d;
const determinant = a * d - b * c;
const root = Math.sqrt(trace ** 2 / 4 - determinant);
const lambdas = [trace / 2 + root, trace / 2 - root];
console.log(`λ² − ${trace.toFixed(1)}λ + ${determinant.toFixed(1)} = 0 at ${show(lambdas)}`);

for (const lambda of lambdas) {
  // (M − λI)v = 0: v stands at a right angle to the first row, (a − λ, b).
  const v = [b, lambda - a];
  const ratio = next(v).map((value, i) => value / v[i]!);
  console.log(`v = (${show(v)}): Mv is v times ${show(ratio)}`);
}
// #endregion

// #region from-scratch
type Matrix = number[][];

const multiply = (A: Matrix, x: number[]) =>
  A.map((row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0));
const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);

/** The eigenvalue of the largest size and its eigenvector, by multiplying again and again. */
function powerIteration(A: Matrix, steps: number, report?: (value: number) => void) {
  let x = A.map((_, i) => 1 / (i + 1)); // any start will do that leans a little toward the answer
  let value = 0;
  for (let step = 0; step < steps; step++) {
    const image = multiply(A, x);
    value = dot(x, image) / dot(x, x); // by how much A stretches x, signed
    const length = Math.sqrt(dot(image, image));
    x = image.map((component) => component / length);
    report?.(value);
  }
  return { value, vector: x };
}

const A = [
  [4, 1, 0],
  [1, 3, 1],
  [0, 1, 2],
];
const errors: number[] = [];
const found = powerIteration(A, 40, (value) => errors.push(Math.abs(value - (3 + Math.sqrt(3)))));
console.log("value", found.value);
console.log("vector", found.vector);
for (const step of [1, 5, 10, 15, 20]) {
  console.log("step", step, "error", errors[step - 1]!.toExponential(1));
}

// #endregion

// #region library
import { display } from "@gradus/core";
import { eig, eigvals, tensor } from "@gradus/tensor";

const { values, vectors } = eig(tensor(A));
console.log("values", values.real.toArray());
console.log("vectors, one a column:");
display(vectors.real);
console.log("imaginary parts", values.imaginary.toArray());
console.log("the two apps:", eigvals(tensor(M)).real.toArray());
// #endregion
