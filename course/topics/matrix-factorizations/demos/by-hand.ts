// #region elimination
import { tensor } from "@gradus/tensor";

const L = tensor([
  [1, 0, 0],
  [2, 1, 0],
  [4, 3, 1],
]);
const U = tensor([
  [2, 1, 1],
  [0, 1, 1],
  [0, 0, 2],
]);
for (const row of L.matmul(U).toArray<number[][]>()) console.log(row);

// #endregion

// #region triangles
import { solve, triangularSolve } from "@gradus/tensor";

const b = tensor([4, 10, 24]);
const c = triangularSolve(L, b); // from the top
const x = triangularSolve(U, c, { lower: false }); // from the bottom
console.log("c:", c.toArray());
console.log("x:", x.toArray());
console.log("in one call:", solve(L.matmul(U), b).toArray());
// #endregion
