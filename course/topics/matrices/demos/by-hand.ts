// #region two-readings
import { tensor } from "@gradus/tensor";

const A = tensor([
  [3, -1],
  [1, 1],
]);
const v = tensor([1, 2]);

const first = A.slice([], 0); // the first column
const second = A.slice([], 1);
console.log("1 · first column + 2 · second:", first.add(second.mul(2)).toArray());
console.log("row by row:", [A.at(0).dot(v).item(), A.at(1).dot(v).item()]);
console.log("the library:", A.matmul(v).toArray());

// #endregion

// #region product
const R = tensor([
  [0, -1],
  [1, 0],
]);

console.log("first R, then A:", A.matmul(R).toArray());
console.log("first A, then R:", R.matmul(A).toArray());
// #endregion
