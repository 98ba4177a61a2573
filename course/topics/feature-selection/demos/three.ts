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

// #region scratch
/** Adds one feature after the other, each time the one with which the score is best. */
function forward(score: (features: readonly number[]) => number, nFeatures: number, k: number) {
  const features: number[] = [];
  let asked = 0;
  while (features.length < k) {
    let best = { feature: -1, score: Number.NEGATIVE_INFINITY };
    for (let j = 0; j < nFeatures; j++) {
      if (features.includes(j)) continue;
      const tried = score([...features, j]);
      asked++;
      if (tried > best.score) best = { feature: j, score: tried };
    }
    features.push(best.feature);
  }
  return { features, asked };
}

const inner = new StratifiedKFold({ nSplits: 3, shuffle: true, seed: 1 });
const scoreOf = (features: readonly number[]) =>
  mean(crossValScore(new LogisticRegression(), Z.take([...features], 1), y, { cv: inner }));
const ours = forward(scoreOf, X.columns.length, 3);
console.log(
  ours.features.map((j) => X.columns[j]).join(", "),
  ` after ${ours.asked} scores of 3 fits each`,
);

// #endregion

// #region wrapper
import { SequentialFeatureSelector } from "@gradus/learn";

const wrapper = (k: number) =>
  new SequentialFeatureSelector({
    estimator: new LogisticRegression(),
    nFeaturesToSelect: k,
    cv: inner,
  });
console.log(chosen(wrapper(3).fit(Z, y)).join(", "));

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
const ways = { filter: new SelectKBest({ k: 5 }), wrapper: wrapper(5), embedded };
for (const [name, selector] of Object.entries(ways)) {
  const model = makePipeline(new StandardScaler(), selector, new LogisticRegression());
  const right = (100 * mean(crossValScore(model, X, y, { cv }))).toFixed(1);
  console.log(name.padEnd(9), `${right} %`, " ", chosen(selector.fit(Z, y)).join(", "));
}
// #endregion
