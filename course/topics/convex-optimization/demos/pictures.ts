// #region equal
// Four pictures of a page: the visible error without a single byte, and the kB in which it falls to 37 % (1/e).
const pictures = ["hero", "portrait", "map", "icon"];
const error = [90, 40, 60, 2];
const fall = [80, 12, 35, 10]; // kB

const total = 200; // kB for all of them
const totalError = (kB: readonly number[]) =>
  kB.reduce((sum, bytes, i) => sum + error[i]! * Math.exp(-bytes / fall[i]!), 0);

console.log("50 kB each:", totalError([50, 50, 50, 50]).toFixed(2));
console.log(
  "in proportion to the error:",
  totalError(error.map((e) => (total * e) / 192)).toFixed(2),
);

// #endregion

// #region projected
import { projectedGradientDescent, projectOntoSimplex } from "@gradus/stats";
import { type Tensor, tensor } from "@gradus/tensor";

const fun = (kB: Tensor) =>
  tensor(error)
    .mul(kB.div(tensor(fall)).neg().exp())
    .sum();
const found = projectedGradientDescent(fun, [50, 50, 50, 50], {
  project: (kB) => projectOntoSimplex(kB, total),
  tolerance: 1e-9,
});
const best = found.x.toArray<number[]>();
console.log(found.success, "after", found.nit, "steps");
pictures.forEach((name, i) => {
  console.log(name.padEnd(9), `${best[i]!.toFixed(1)} kB`);
});
console.log("total error:", found.fun.toFixed(2));
// #endregion

// #region slopes
const slopes = found.jac.toArray<number[]>();
pictures.forEach((name, i) => {
  console.log(name.padEnd(9), `${best[i]!.toFixed(1)} kB, slope ${slopes[i]!.toFixed(4)} per kB`);
});
// #endregion

// #region price
const lambda = -slopes[0]!;
const oneMore = projectedGradientDescent(fun, [50, 50, 50, 50], {
  project: (kB) => projectOntoSimplex(kB, total + 1),
  tolerance: 1e-9,
});
console.log("the multiplier λ:", lambda.toFixed(4));
console.log("what one more kB saves:", (found.fun - oneMore.fun).toFixed(4));

// #endregion

// #region level
import { findRoot } from "@gradus/stats";

const sharesAt = (price: number) =>
  error.map((e, i) => fall[i]! * Math.max(0, Math.log(e / (fall[i]! * price))));
const used = (price: number) => sharesAt(price).reduce((sum, kB) => sum + kB, 0);
const price = findRoot((price) => used(price) - total, [1e-6, 3]).root;
console.log("price:", price.toFixed(4));
console.log(
  "shares:",
  sharesAt(price).map((kB) => kB.toFixed(1)),
);
// #endregion
