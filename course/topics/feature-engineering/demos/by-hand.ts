// #region five
import { ttestRel } from "@gradus/stats";

const before = [0.8, 0.84, 0.79, 0.86, 0.81];
const after = [0.83, 0.85, 0.83, 0.87, 0.82];
const gains = after.map((r2, fold) => r2 - before[fold]!);
const mean = gains.reduce((sum, each) => sum + each) / 5;
const variance = gains.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 4;
const error = Math.sqrt(variance / 5);
console.log(
  "mean",
  mean.toFixed(3),
  " standard error",
  error.toFixed(5),
  " t",
  (mean / error).toFixed(3),
);
console.log("library: t", ttestRel(after, before).statistic.toFixed(3));

// #endregion

// #region span
import { LinearRegression } from "@gradus/learn";

// A sum of columns is no news to a linear model; a product is.
const X = [
  [1, 4],
  [2, 1],
  [3, 5],
  [4, 2],
  [5, 3],
  [6, 6],
];
const area = X.map(([a, b]) => a! * b!);
const score = (features: number[][]) =>
  new LinearRegression().fit(features, area).score(features, area);
console.log("two sides:          ", score(X).toFixed(3));
console.log("and their sum:      ", score(X.map(([a, b]) => [a!, b!, a! + b!])).toFixed(3));
console.log("and their product:  ", score(X.map(([a, b]) => [a!, b!, a! * b!])).toFixed(3));
// #endregion
