// #region diagonal
import { eye, full, matmul, svdvals, tensor } from "@gradus/tensor";

const upright = full([60, 60], 0).add(
  tensor(Array.from({ length: 60 }, (_, j) => (j === 30 ? 1 : 0))),
);
console.log("an upright line:", svdvals(upright).slice([0, 4]).toArray());
console.log("a diagonal line:", svdvals(eye(60)).slice([0, 4]).toArray());

// #endregion

// #region squared
import { eigvalsh } from "@gradus/tensor";

const e = 1e-9;
const B = tensor([
  [1, 1],
  [e, 0],
  [0, e],
]);
console.log("by svd:", svdvals(B).toArray());
const squares = eigvalsh(matmul(B.transpose(), B)).toArray<number[]>();
console.log(
  "by the eigenvalues of BᵀB:",
  squares.map((value) => Math.sqrt(Math.max(0, value))).reverse(),
);

// #endregion

// #region rank
import { matrixRank } from "@gradus/tensor";

const table = tensor([
  [0.1, 0.2, 0.3],
  [0.4, 0.5, 0.9],
  [0.7, 0.8, 1.5],
]); // the last column is the sum of the others
console.log("singular values", svdvals(table).toArray());
console.log("rank", matrixRank(table).item());
// #endregion
