// #region houses
import { loadAmes } from "@gradus/data";
import { grad, type Tensor, tensor } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const area = homes.column("Gr_Liv_Area").toTensor().div(1000); // 1,000 ft²
const price = homes.column("Sale_Price").toTensor().div(1000); // $1,000

/** The mean squared error of the line w · area + b. */
const loss = (w: Tensor, b: Tensor) => area.mul(w).add(b).sub(price).square().mean();

const [slopeW, slopeB] = grad(loss)([tensor(50), tensor(50)]);
console.log("loss:   ", loss(tensor(50), tensor(50)).item().toFixed(0));
console.log("∂loss/∂w:", slopeW.item().toFixed(0));
console.log("∂loss/∂b:", slopeB.item().toFixed(0));
// #endregion

// #region formula
const error = area.mul(50).add(50).sub(price);
console.log("∂loss/∂w:", error.mul(area).mean().mul(2).item().toFixed(0));
console.log("∂loss/∂b:", error.mean().mul(2).item().toFixed(0));

// #endregion

// #region cost
import { RandomGenerator } from "@gradus/core";
import { randn } from "@gradus/tensor";

let calls = 0;
const f = (x: Tensor) => {
  calls += 1;
  return x.square().sum().add(1).log();
};

const x = randn([1000], { random: new RandomGenerator(1) });
const exact = grad(f)(x);
console.log("calls for the gradient:", calls);

calls = 0;
const h = 1e-5;
const differences = x.toArray<number[]>().map((value, i, all) => {
  const ahead = f(tensor(all.with(i, value + h))).item();
  return (ahead - f(tensor(all.with(i, value - h))).item()) / (2 * h);
});
console.log("calls for differences: ", calls);
console.log("largest disagreement:  ", exact.sub(tensor(differences)).abs().max().item());
// #endregion
