// #region by-hand
function boxCox(x: number, lambda: number): number {
  return lambda === 0 ? Math.log(x) : (x ** lambda - 1) / lambda;
}

function logLikelihood(values: readonly number[], lambda: number): number {
  const n = values.length;
  const powers = values.map((x) => boxCox(x, lambda));
  const mean = powers.reduce((sum, z) => sum + z) / n;
  const variance = powers.reduce((sum, z) => sum + (z - mean) ** 2, 0) / n;
  const logs = values.reduce((sum, x) => sum + Math.log(x), 0);
  return (-n / 2) * Math.log(variance) + (lambda - 1) * logs;
}

for (const lambda of [-1, 0, 1]) {
  const powers = [1, 4, 16].map((x) => boxCox(x, lambda).toFixed(3)).join(", ");
  console.log(`λ = ${lambda}: ${powers}   ℓ = ${logLikelihood([1, 4, 16], lambda).toFixed(3)}`);
}

// #endregion

// #region search
/** The top of the likelihood, by cutting a third off the interval where it cannot be. */
function bestPower(values: readonly number[]): number {
  let [low, high] = [-2, 2];
  for (let step = 0; step < 60; step++) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    if (logLikelihood(values, left) < logLikelihood(values, right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}

console.log("1, 4, 16: best λ", Math.abs(bestPower([1, 4, 16])).toFixed(3));

// #endregion

// #region ames
import { loadAmes } from "@gradus/data";
import { PowerTransformer } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const table = homes.select("Sale_Price", "Lot_Area", "Gr_Liv_Area");
const power = new PowerTransformer({ method: "boxCox" }).fit(table);
for (const [j, name] of table.columns.entries()) {
  const values = homes.column(name).toTensor().toArray<number[]>();
  const ours = bestPower(values);
  console.log(name.padEnd(12), ours.toFixed(6), power.lambdas.at(j).item().toFixed(6));
}

// #endregion

// #region signed
function yeoJohnson(x: number, lambda: number): number {
  return x < 0 ? -boxCox(1 - x, 2 - lambda) : boxCox(1 + x, lambda);
}

console.log([-3, 0, 3].map((x) => Number(yeoJohnson(x, 0.5).toFixed(3))));
const change = [[-8], [-3], [-1], [0], [0.5], [1], [2]]; // percent
const signed = new PowerTransformer({ standardize: false }).fit(change);
const lambda = signed.lambdas.item();
const z = signed.transform(change).toArray<number[][]>();
console.log("λ =", lambda.toFixed(3));
console.log("ours   ", change.map(([x]) => yeoJohnson(x!, lambda).toFixed(3)).join(" "));
console.log("library", z.map(([value]) => value!.toFixed(3)).join(" "));
// #endregion
