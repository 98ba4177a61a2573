// #region square
import { LinearRegression, PolynomialFeatures } from "@gradus/learn";

const houses = [
  [1, 0],
  [2, 0],
  [1, 1],
  [2, 1],
]; // area in 1,000 ft², and 1 if it is new
const prices = [100, 150, 140, 250]; // thousands of dollars
const sums = new LinearRegression().fit(houses, prices);
console.log(
  "guesses of sums:",
  sums
    .predict(houses)
    .toArray<number[]>()
    .map((p) => p.toFixed(0))
    .join(", "),
);

const products = new PolynomialFeatures({ interactionOnly: true, includeBias: false });
const X = products.fitTransform(houses);
console.log(products.getFeatureNamesOut(["area", "new"]).join(", "), X.toArray());
const model = new LinearRegression().fit(X, prices);
console.log(
  "weights:",
  model.coef
    .toArray<number[]>()
    .map((w) => w.toFixed(0))
    .join(", "),
);
// #endregion
