// #region pencil
import { eigvalsh, hessian, type Tensor, tensor } from "@gradus/tensor";

const f = (p: Tensor) => {
  const [x, y] = [p.at(0), p.at(1)];
  return x.square().mul(y).add(y.square()); // x²y + y²
};
const H = hessian(f)(tensor([1, 2]));
console.log("H at (1, 2):", H.toArray());
console.log(
  "its eigenvalues:",
  eigvalsh(H)
    .toArray<number[]>()
    .map((v) => v.toFixed(3)),
);
// #endregion

// #region kinds
const landscape = (p: Tensor) => {
  const [x, y] = [p.at(0), p.at(1)];
  return x.pow(3).sub(x.mul(3)).add(x.mul(y.square())); // x³ − 3x + xy²
};
for (const place of [
  [1, 0],
  [-1, 0],
  [0, Math.sqrt(3)],
  [0, -Math.sqrt(3)],
]) {
  const curvatures = eigvalsh(hessian(landscape)(tensor(place))).toArray<number[]>();
  const up = curvatures.filter((c) => c > 0).length;
  const kind = up === 2 ? "minimum" : up === 0 ? "maximum" : "saddle";
  const [at, c] = [place, curvatures].map((pair) => pair.map((v) => Number(v.toFixed(2))));
  console.log(`(${at!.join(", ")}): curvatures ${c!.join(" and ")}, a ${kind}`);
}

// #endregion

// #region predict
import { grad } from "@gradus/tensor";

const here = tensor([1, 2]);
const d = tensor([0.1, -0.2]);
const slope = grad(f)(here).dot(d).item();
const bend = 0.5 * d.dot(H.matmul(d)).item();
console.log("true change:      ", (f(here.add(d)).item() - f(here).item()).toFixed(4));
console.log("by the gradient:  ", slope.toFixed(4));
console.log("with the Hessian: ", (slope + bend).toFixed(4));

// #endregion

// #region network
import { RandomGenerator } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { hvp, randn } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const raw = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built").toTensor();
const X = raw.sub(raw.mean(0)).div(raw.std(0));
const price = homes.column("Sale_Price").toTensor();
const y = price.sub(price.mean()).div(price.std());

const nHidden = 16;
const sizes = [4 * nHidden, nHidden, nHidden]; // weights in, biases, weights out
const nWeights = sizes.reduce((sum, size) => sum + size, 0);
/** Mean squared error of a small network, all of whose weights stand in one vector. */
const loss = (w: Tensor) => {
  const W = w.slice([0, sizes[0]!]).reshape([4, nHidden]);
  const b = w.slice([sizes[0]!, sizes[0]! + nHidden]);
  const out = w.slice([sizes[0]! + nHidden]);
  return X.matmul(W).add(b).tanh().matmul(out).sub(y).square().mean();
};
const random = new RandomGenerator(7);
const w = randn([nWeights], { random }).mul(0.3);
console.log(nWeights, "weights, loss", loss(w).item().toFixed(3));

// H·v again and again turns any v towards the direction of the largest curvature.
let v = randn([nWeights], { random });
let L = 0;
for (let k = 0; k < 30; k++) {
  const Hv = hvp(loss, w, v);
  L = Hv.norm().item() / v.norm().item();
  v = Hv.div(Hv.norm());
}
console.log("largest curvature by 30 products H·v:", L.toFixed(4));
console.log("so the edge of the learning rate, 2/L, is", (2 / L).toFixed(4));
// #endregion

// #region whole
const whole = eigvalsh(hessian(loss)(w)).toArray<number[]>();
console.log("largest eigenvalue of the whole H:", whole.at(-1)!.toFixed(4));
console.log("numbers in H:", nWeights ** 2);
console.log("curvatures below 0:", whole.filter((c) => c < 0).length);
// #endregion
