// #region newton
const slope = (w: number) => Math.exp(w) - 2; // of f(w) = eʷ − 2w
const curvature = (w: number) => Math.exp(w);

let w = 0;
for (let step = 1; step <= 5; step++) {
  w = w - slope(w) / curvature(w);
  const miss = Math.abs(w - Math.log(2));
  console.log(`step ${step}: w = ${w.toFixed(6)}, off by ${miss.toExponential(1)}`);
}

// #endregion

// #region houses
import { loadAmes } from "@gradus/data";
import { type Tensor, zeros } from "@gradus/tensor";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");
const raw = homes
  .select("Gr_Liv_Area", "First_Flr_SF", "Total_Bsmt_SF", "Garage_Area", "Year_Built")
  .toTensor();
const X = raw.sub(raw.mean(0)).div(raw.std(0));
const isDear = homes.column("Sale_Price").toTensor().greater(200_000);
const sign = isDear.astype("float64").mul(2).sub(1); // 1 if sold for more than $200,000, else −1

/** The mean of log(1 + exp(−sign · score)), and a small penalty. */
const loss = (w: Tensor) =>
  X.matmul(w.slice([1]))
    .add(w.at(0))
    .mul(sign)
    .neg()
    .softplus()
    .mean()
    .add(w.square().sum().mul(1e-4));
console.log("loss without learning:", loss(zeros(6)).item().toFixed(4));

// #endregion

// #region compare
import { gradientDescent, minimize } from "@gradus/stats";

const plain = gradientDescent(loss, zeros(6), { learningRate: 1, maxIterations: 5000 });
console.log("gradient descent", plain.nit, "steps, loss", plain.fun.toFixed(6));
for (const method of ["bfgs", "l-bfgs", "newton"] as const) {
  const found = minimize(loss, zeros(6), { method });
  console.log(method.padEnd(16), found.nit, "steps, loss", found.fun.toFixed(6));
}
// #endregion
