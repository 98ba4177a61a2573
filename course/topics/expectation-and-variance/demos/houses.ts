// #region five
import { RandomGenerator } from "@gradus/core";
import { loadAmes } from "@gradus/data";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const price = homes.column("Sale_Price").toTensor(); // dollars
const prices = price.toArray<number[]>();
const sigma = price.std().item();
console.log(`${prices.length} prices, standard deviation $${Math.round(sigma)}`);

const random = new RandomGenerator(1);
const draw = (n: number) =>
  Array.from({ length: n }, () => prices[random.integer(0, prices.length)]!);
const squaresOf = (sample: readonly number[]) => {
  const middle = sample.reduce((a, b) => a + b) / sample.length;
  return sample.reduce((sum, value) => sum + (value - middle) ** 2, 0);
};

const rounds = 20_000;
let total = 0;
for (let i = 0; i < rounds; i++) total += squaresOf(draw(5));
console.log("divided by 5:", (total / rounds / 5 / sigma ** 2).toFixed(3), "of the true variance");
console.log("divided by 4:", (total / rounds / 4 / sigma ** 2).toFixed(3), "of the true variance");
// #endregion

// #region settle
for (const n of [1, 4, 16, 64, 256]) {
  let squares = 0;
  for (let i = 0; i < 2000; i++) {
    const middle = draw(n).reduce((a, b) => a + b) / n;
    squares += (middle - price.mean().item()) ** 2;
  }
  const seen = Math.sqrt(squares / 2000);
  const rule = sigma / Math.sqrt(n);
  console.log(`mean of ${n}: off by $${Math.round(seen)}, the rule says $${Math.round(rule)}`);
}

// #endregion

// #region floors
import { corrcoef, cov, stack } from "@gradus/tensor";

const ground = homes.column("First_Flr_SF").toTensor(); // ft²
const upper = homes.column("Second_Flr_SF").toTensor(); // ft², 0 where there is none

const C = cov(stack([ground, upper]), { ddof: 0 }).toArray<number[][]>();
const R = corrcoef(stack([ground, upper])).toArray<number[][]>();
console.log("variance of the ground floor:", C[0]![0]!.toFixed(0), "ft⁴");
console.log("variance of the upper floor: ", C[1]![1]!.toFixed(0), "ft⁴");
console.log("their covariance:            ", C[0]![1]!.toFixed(0), "ft⁴");
console.log("their correlation:           ", R[0]![1]!.toFixed(3));
// #endregion

// #region sum
const sum = ground.add(upper);
const unrelated = C[0]![0]! + C[1]![1]!;
console.log("variance of the living area:", sum.variance().item().toFixed(0));
console.log("both + 2 · covariance:      ", (unrelated + 2 * C[0]![1]!).toFixed(0));
console.log("both variances alone:       ", unrelated.toFixed(0));
// #endregion

// #region two-floors
const twoFloors = homes.filter((house) => house.Second_Flr_SF > 0);
const areas = twoFloors.select("First_Flr_SF", "Second_Flr_SF").toTensor();
const among = corrcoef(areas, { rowVariables: false }).toArray<number[][]>()[0]![1]!;
console.log(`among ${twoFloors.nRows} houses with two floors: ${among.toFixed(3)}`);
// #endregion
