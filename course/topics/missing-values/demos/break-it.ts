// #region two-worlds
const answered = [31, 35, 38, 42, 44]; // k€; five more people left the field empty
const worlds = {
  "the silent earn the same": [32, 36, 38, 41, 43],
  "the silent earn far more": [61, 70, 74, 82, 95],
};
for (const [world, silent] of Object.entries(worlds)) {
  const table = [...answered, ...silent.map(() => null)]; // what reaches you
  const mean = [...answered, ...silent].reduce((sum, x) => sum + x) / 10;
  console.log(world, "→ mean", mean, "k€; you see", JSON.stringify(table));
}

// #endregion

// #region before-split
import { RandomGenerator } from "@gradus/core";
import { IterativeImputer, LinearRegression } from "@gradus/learn";

// Eight columns and a target, all of them dice. Nothing predicts anything.
const random = new RandomGenerator(4);
const rows = Array.from({ length: 160 }, () => Array.from({ length: 9 }, () => random.normal()));
const gappy = rows.map((row) =>
  row.map((value, j) => (j < 8 && random.uniform() < 0.8 ? Number.NaN : value)),
);
const y = rows.map((row) => row[8]!);
const features = (table: readonly number[][]) => table.map((row) => row.slice(0, 8));

// Wrong: the whole table, target and test rows and all.
const all = features(new IterativeImputer().fitTransform(gappy).toArray() as number[][]);
const wrong = new LinearRegression().fit(all.slice(0, 80), y.slice(0, 80));
console.log("filled before the split: R²", wrong.score(all.slice(80), y.slice(80)).toFixed(2));

// Right: features only, and learned from the training rows.
const X = features(gappy);
const imputer = new IterativeImputer().fit(X.slice(0, 80));
const right = new LinearRegression().fit(imputer.transform(X.slice(0, 80)), y.slice(0, 80));
const score = right.score(imputer.transform(X.slice(80)), y.slice(80));
console.log("filled after the split:  R²", score.toFixed(2));

// #endregion

// #region code
import { KNNImputer, SimpleImputer } from "@gradus/learn";

const salaries = [[40], [46], [58], [-999]];
console.log("as a number:", new SimpleImputer().fit(salaries).statistics.toArray());
const told = new SimpleImputer({ missingValues: -999 }).fit(salaries);
console.log("as a gap:   ", told.statistics.toArray());

// Salary, years. Whose years are like those of the last person?
const people = [
  [40, 1],
  [42, 2],
  [-999, 19],
  [-999, Number.NaN],
];
const filled = new KNNImputer({ nNeighbors: 1 }).fitTransform(people).toArray() as number[][];
console.log("nearest neighbour of a −999: another −999, so years =", filled[3]![1]);
// #endregion
