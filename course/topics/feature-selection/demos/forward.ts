// #region scratch
import { loadBreastCancer } from "@gradus/data";
import { crossValScore, LogisticRegression, StandardScaler, StratifiedKFold } from "@gradus/learn";

const table = await loadBreastCancer();
const X = table.drop("diagnosis");
const y = table.column("diagnosis").toArray() as string[];
const Z = new StandardScaler().fitTransform(X);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;

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

const selector = new SequentialFeatureSelector({
  estimator: new LogisticRegression(),
  nFeaturesToSelect: 3,
  cv: inner,
});
console.log([...selector.fit(Z, y).getSupportIndices()].map((j) => X.columns[j]).join(", "));

// #endregion
