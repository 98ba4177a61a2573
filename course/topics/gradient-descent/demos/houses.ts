// #region loop
import { loadAmes } from "@gradus/data";
import { zeros } from "@gradus/tensor";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");
const features = [
  "Gr_Liv_Area",
  "First_Flr_SF",
  "Total_Bsmt_SF",
  "Garage_Area",
  "Year_Built",
] as const;
const raw = homes.select(...features).toTensor();
const X = raw.sub(raw.mean(0)).div(raw.std(0)); // mean 0, standard deviation 1 in each column
const price = homes.column("Sale_Price").toTensor().div(1000); // thousands of dollars
const y = price.sub(price.mean());

const learningRate = 0.5;
let w = zeros(features.length);
for (let step = 0; step <= 40; step++) {
  const error = X.matmul(w).sub(y);
  if (step % 5 === 0)
    console.log(`step ${step}: loss ${error.square().mean().item().toPrecision(3)}`);
  const gradient = X.transpose()
    .matmul(error)
    .mul(2 / X.shape[0]!);
  w = w.sub(gradient.mul(learningRate));
}
// #endregion

// #region rates
const lossAfter = (rate: number, nSteps: number) => {
  let w = zeros(features.length);
  for (let step = 0; step < nSteps; step++) {
    const gradient = X.transpose()
      .matmul(X.matmul(w).sub(y))
      .mul(2 / X.shape[0]!);
    w = w.sub(gradient.mul(rate));
  }
  return X.matmul(w).sub(y).square().mean().item();
};
for (const rate of [0.01, 0.1, 0.3, 0.33, 0.34, 0.36, 0.4]) {
  console.log(`learning rate ${rate}: loss after 200 steps ${lossAfter(rate, 200).toPrecision(4)}`);
}

// #endregion

// #region curvature
import { eigvalsh } from "@gradus/tensor";

const H = X.transpose()
  .matmul(X)
  .mul(2 / X.shape[0]!); // all second derivatives of the loss
const curvatures = eigvalsh(H);
console.log(
  "curvatures:",
  curvatures.toArray<number[]>().map((value) => Number(value.toFixed(3))),
);
const L = curvatures.max().item();
const mu = curvatures.min().item();
console.log("the largest learning rate, 2/L:", (2 / L).toFixed(4));
console.log("condition number L/μ:", (L / mu).toFixed(1));

// #endregion

// #region library
import { gradientDescent, minimize } from "@gradus/stats";
import type { Tensor } from "@gradus/tensor";

const loss = (w: Tensor) => X.matmul(w).sub(y).square().mean();
const plain = gradientDescent(loss, zeros(features.length), {
  learningRate: 2 / (L + mu),
  tolerance: 1e-6,
});
console.log("plain:", plain.nit, "steps, loss", plain.fun.toFixed(4));
const heavy = gradientDescent(loss, zeros(features.length), {
  learningRate: 4 / (Math.sqrt(L) + Math.sqrt(mu)) ** 2,
  momentum: ((Math.sqrt(L) - Math.sqrt(mu)) / (Math.sqrt(L) + Math.sqrt(mu))) ** 2,
  tolerance: 1e-6,
});
console.log("with momentum:", heavy.nit, "steps, loss", heavy.fun.toFixed(4));
const clever = minimize(loss, zeros(features.length), { tolerance: 1e-6 });
console.log("BFGS:", clever.nit, "steps, loss", clever.fun.toFixed(4));
const lost = gradientDescent(loss, zeros(features.length), { learningRate: 0.5 });
console.log(lost.status, "-", lost.message);
// #endregion
