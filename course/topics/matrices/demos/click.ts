// #region undo
import { inverse, solve, tensor } from "@gradus/tensor";

const A = tensor([
  [3, -1],
  [1, 1],
]);
const click = tensor([1, 3]);

const back = inverse(A);
console.log("inverse:", back.toArray());
console.log("point of the button:", back.matmul(click).toArray());
console.log("inverse times A:", back.matmul(A).toArray());
console.log("solved:", solve(A, click).toArray());

// #endregion

// #region rank
import { determinant, matrixRank } from "@gradus/tensor";

const flat = tensor([
  [3, -1.5],
  [1, -0.5],
]); // the second column is −0.5 times the first
const nothing = tensor([
  [0, 0],
  [0, 0],
]);
for (const M of [A, flat, nothing]) {
  console.log("determinant", determinant(M).item(), "rank", matrixRank(M).item());
}
// #endregion
