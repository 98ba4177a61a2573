// #region sorted
import { loadIris } from "@gradus/data";
import { crossValScore, KFold, KNeighborsClassifier, StratifiedKFold } from "@gradus/learn";

const iris = await loadIris(); // 50 setosa, then 50 versicolor, then 50 virginica
const flowers = iris.drop("species");
const species = iris.column("species");
for (const [name, cv] of [
  ["KFold", new KFold({ nSplits: 3 })],
  ["StratifiedKFold", new StratifiedKFold({ nSplits: 3 })],
] as const) {
  const scores = crossValScore(new KNeighborsClassifier(), flowers, species, { cv });
  console.log(
    name.padEnd(16),
    [...scores].map((score) => `${Math.round(100 * score)} %`).join("  "),
  );
}

// #endregion

// #region outside
import { RandomGenerator } from "@gradus/core";
import { GaussianNB, makePipeline, SelectKBest } from "@gradus/learn";

const mean = (values: Iterable<number>) =>
  [...values].reduce((sum, x, _, all) => sum + x / all.length, 0);
const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
const random = new RandomGenerator(1);
const trials = Array.from({ length: 6 }, () => {
  const X = Array.from({ length: 50 }, () => Array.from({ length: 500 }, () => random.normal()));
  const y = X.map((_, i) => (i % 2 === 0 ? "heads" : "tails"));
  const chosen = new SelectKBest({ k: 10 }).fit(X, y).transform(X).toArray<number[][]>();
  const inside = makePipeline(new SelectKBest({ k: 10 }), new GaussianNB());
  return {
    outside: mean(crossValScore(new GaussianNB(), chosen, y, { cv })),
    inside: mean(crossValScore(inside, X, y, { cv })),
  };
});
for (const where of ["outside", "inside"] as const) {
  const share = mean(trials.map((trial) => trial[where]));
  console.log(
    `10 of 500 columns of noise chosen ${where} the folds:`,
    `${Math.round(100 * share)} %`,
  );
}
// #endregion
