// #region three
import { cond, determinant, eye, inverse, matrixRank, type Tensor, tensor } from "@gradus/tensor";

const skew = tensor([
  [1, Math.tan((89 * Math.PI) / 180)],
  [0, 1],
]);
const small = eye(10).mul(0.01);
const oneToNine = tensor([
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
]);

const report = (name: string, M: Tensor) => {
  const det = determinant(M).item().toPrecision(2);
  const rank = `${matrixRank(M).item()} of ${M.shape[0]}`;
  console.log(
    `${name}: determinant ${det}, rank ${rank}, condition ${cond(M).item().toPrecision(2)}`,
  );
};
report("skew", skew);
report("small", small);
report("1 to 9", oneToNine);
console.log("first row of an inverse of 1 to 9:", inverse(oneToNine).at(0).toArray());

// #endregion

// #region tremble
const button = tensor([
  [3, -1],
  [1, 1],
]);
const click = tensor([200, 100]); // pixels
const trembled = tensor([200, 101]);

for (const [name, M] of [
  ["button", button],
  ["skew", skew],
] as const) {
  const back = inverse(M);
  const shift = back.matmul(trembled).sub(back.matmul(click));
  console.log(
    `${name}: one pixel on the screen moves the point by ${shift.norm().item().toFixed(2)}`,
  );
}
// #endregion
