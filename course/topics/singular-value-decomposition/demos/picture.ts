// #region load
import { loadPagoda } from "@gradus/data";

const picture = await loadPagoda();
console.log("shape", picture.shape, "numbers", picture.size);
console.log("darkest", picture.min().item(), "brightest", picture.max().item());
console.log("a corner of the sky:", picture.slice([0, 2], [0, 6]).toArray());

// #endregion

// #region decompose
import { svd } from "@gradus/tensor";

const { U, S, Vh } = svd(picture);
console.log("U", U.shape, "S", S.shape, "Vh", Vh.shape);
console.log("first five", S.slice([0, 5]).round().toArray());
console.log("last five", S.slice([91, 96]).round().toArray());

// #endregion

// #region layers
import { outer, type Tensor, zeros } from "@gradus/tensor";

const layer = (i: number) => outer(U.slice(null, i), Vh.at(i)).mul(S.at(i).item());
const miss = (A: Tensor) => picture.sub(A).square().mean().sqrt().item(); // greys

let sum = zeros(picture.shape);
for (let k = 1; k <= 96; k++) {
  sum = sum.add(layer(k - 1));
  if ([1, 2, 5, 10, 20, 30, 57].includes(k)) {
    console.log(`${k} layers, ${k * (96 + 144 + 1)} numbers: typical miss ${miss(sum).toFixed(1)}`);
  }
}
console.log(
  "all 96 layers: largest difference",
  picture.sub(sum).abs().max().item().toExponential(0),
);
// #endregion

// #region forecast
const k = 20;
const left = S.slice([k, 96]).square().sum().item(); // what the layers left out hold
console.log("forecast", Math.sqrt(left / picture.size).toFixed(6));

const rank20 = U.slice(null, [0, k])
  .mul(S.slice([0, k]))
  .matmul(Vh.slice([0, k]));
console.log("measured", miss(rank20).toFixed(6));

// #endregion

// #region shuffled
import { RandomGenerator } from "@gradus/core";
import { permutation, svdvals } from "@gradus/tensor";

const order = permutation(picture.size, { random: new RandomGenerator(1) });
const shuffled = picture.reshape([picture.size]).take(order, 0).reshape(picture.shape);
for (const [name, A] of [
  ["picture", picture],
  ["shuffled", shuffled],
] as const) {
  const s = svdvals(A);
  const rest = Math.sqrt(s.slice([20, 96]).square().sum().item() / A.size);
  console.log(
    name.padEnd(9),
    "σ₂",
    s.at(1).item().toFixed(0),
    "missed by 20 layers",
    rest.toFixed(1),
  );
}
// #endregion
