// #region turn
import { eig, eigvals, full, matmul, norm, tensor } from "@gradus/tensor";

const quarterTurn = tensor([
  [0, -1],
  [1, 0],
]);
const { real, imaginary } = eigvals(quarterTurn);
console.log("a quarter turn: real parts", real.toArray(), "imaginary", imaginary.toArray());
// #endregion

// #region shear
const shear = tensor([
  [1, 1],
  [0, 1],
]);
const { values, vectors } = eig(shear);
console.log("eigenvalues", values.real.toArray());
console.log("first eigenvector", vectors.real.slice(null, 0).toArray());
console.log("second eigenvector", vectors.real.slice(null, 1).toArray());

let x = full(2, 1);
for (let step = 1; step <= 1000; step++) {
  x = matmul(shear, x);
  x = x.div(norm(x));
  if ([10, 100, 1000].includes(step)) console.log(step, "steps: x =", x.toArray());
}
// #endregion

// #region nudge
for (const nudge of [1e-4, 1e-8, 1e-12]) {
  const { real } = eigvals(
    tensor([
      [1, 1],
      [nudge, 1],
    ]),
  );
  console.log(
    "an entry moved by",
    nudge,
    "moves an eigenvalue by",
    (real.max().item() - 1).toExponential(1),
  );
}
// #endregion
