// #region by-hand
import { tensor } from "@gradus/tensor";

const minutes = [2, 6, 8, 4, 6, 10];
const folds = [
  [0, 1],
  [2, 3],
  [4, 5],
];
const y = tensor(minutes);
const errors = folds.map((test) => {
  const train = minutes.map((_, i) => i).filter((i) => !test.includes(i));
  const guess = y.take(train).mean(); // the model: always the mean of its training rows
  return y.take(test).sub(guess).square().mean().item();
});
console.log("error of each fold:", errors.join(", "));
console.log("cross-validated error:", errors.reduce((sum, e) => sum + e, 0) / 3);
console.log("error on its own rows:", y.sub(y.mean()).square().mean().item().toFixed(2));
// #endregion
