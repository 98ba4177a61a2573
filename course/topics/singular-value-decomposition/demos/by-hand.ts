// #region pencil
const A = [
  [3, 0],
  [4, 5],
];
const s = Math.SQRT1_2;
const v = [
  [s, s],
  [s, -s],
];
for (const x of v) {
  const image = A.map((row) => row[0]! * x[0]! + row[1]! * x[1]!);
  const sigma = Math.hypot(image[0]!, image[1]!);
  const u = image.map((value) => value / sigma);
  console.log("σ =", sigma.toFixed(4), "σ² =", (sigma ** 2).toFixed(4), "u =", u);
}
// #endregion

// #region from-scratch
type Matrix = number[][];

const times = (M: Matrix, x: number[]) =>
  M.map((row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0));
const transposed = (M: Matrix) => M[0]!.map((_, j) => M.map((row) => row[j]!));
const length = (x: number[]) => Math.hypot(...x);

/** The largest layer of M: power iteration on MᵀM. */
function largestLayer(M: Matrix, steps = 200) {
  const T = transposed(M);
  let right = T.map((_, j) => 1 / (j + 1));
  for (let step = 0; step < steps; step++) {
    const image = times(T, times(M, right));
    right = image.map((value) => value / length(image));
  }
  const image = times(M, right);
  const sigma = length(image);
  return { sigma, u: image.map((value) => value / sigma), v: right };
}

let rest: Matrix = [
  [5, 4, 1],
  [4, 5, 0],
  [1, 0, 5],
  [0, 1, 4],
];
const start = rest;
for (let i = 0; i < 3; i++) {
  const { sigma, u, v: right } = largestLayer(rest);
  console.log("σ", sigma.toFixed(6), "v", right.map((value) => value.toFixed(3)).join(" "));
  rest = rest.map((row, r) => row.map((value, c) => value - sigma * u[r]! * right[c]!));
}
console.log("what is left:", Math.max(...rest.flat().map(Math.abs)).toExponential(0));

// #endregion

// #region library
import { display } from "@gradus/core";
import { svd, tensor } from "@gradus/tensor";

const { S, Vh } = svd(tensor(start));
console.log("S", S.toArray());
console.log("Vh, one v a row:");
display(Vh);
// #endregion
