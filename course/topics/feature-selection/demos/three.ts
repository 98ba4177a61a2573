// #region data
import { loadBreastCancer } from "@gradus/data";
import {
  crossValScore,
  LogisticRegression,
  makePipeline,
  StandardScaler,
  StratifiedKFold,
} from "@gradus/learn";

const table = await loadBreastCancer();
const X = table.drop("diagnosis");
const y = table.column("diagnosis").toArray() as string[];
const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;

const all = makePipeline(new StandardScaler(), new LogisticRegression());
console.log(X.nRows, "tumours,", X.columns.length, "numbers each");
console.log(
  "right with all of them:",
  (100 * mean(crossValScore(all, X, y, { cv }))).toFixed(1),
  "%",
);

// #endregion

// #region filter
import { SelectKBest } from "@gradus/learn";

const Z = new StandardScaler().fitTransform(X); // to look at; the comparison below scales in its folds
const chosen = (selector: { getSupportIndices(): Int32Array }) =>
  [...selector.getSupportIndices()].map((j) => X.columns[j]);
const filter = new SelectKBest({ k: 5 }).fit(Z, y);
console.log(chosen(filter).join(", "));

// #endregion

// #region redundant
const column = (name: string) => {
  const j = (X.columns as readonly string[]).indexOf(name);
  return Z.toArray<number[][]>().map((row) => row[j]!);
};
const correlation = (a: string, b: string) => {
  const other = column(b);
  return mean(column(a).map((x, i) => x * other[i]!)).toFixed(3);
};
console.log("worst_radius, worst_perimeter:", correlation("worst_radius", "worst_perimeter"));
console.log("mean_perimeter, worst_perimeter:", correlation("mean_perimeter", "worst_perimeter"));

// #endregion

// #region embedded
import { SelectFromModel } from "@gradus/learn";

const lasso = new LogisticRegression({ l1Ratio: 1, C: 0.1 });
const weights = lasso.fit(Z, y).coef.toArray<number[][]>()[0]!;
console.log(weights.filter((w) => w !== 0).length, "of", weights.length, "weights are not 0");
const embedded = new SelectFromModel({ estimator: lasso, maxFeatures: 5, threshold: -Infinity });
console.log(chosen(embedded.fit(Z, y)).join(", "));

// #endregion

// #region compare
import { SequentialFeatureSelector } from "@gradus/learn";

const inner = new StratifiedKFold({ nSplits: 3, shuffle: true, seed: 1 });
const wrapper = new SequentialFeatureSelector({
  estimator: new LogisticRegression(),
  nFeaturesToSelect: 5,
  cv: inner,
});
const ways = { filter: new SelectKBest({ k: 5 }), wrapper, embedded };
for (const [name, selector] of Object.entries(ways)) {
  const model = makePipeline(new StandardScaler(), selector, new LogisticRegression());
  const right = (100 * mean(crossValScore(model, X, y, { cv }))).toFixed(1);
  console.log(name.padEnd(9), `${right} %`, " ", chosen(selector.fit(Z, y)).join(", "));
}
// #endregion
