// #region nested
import { RandomGenerator } from "@gradus/core";
import { loadDiabetes } from "@gradus/data";
import {
  crossValScore,
  GridSearchCV,
  KNeighborsClassifier,
  makePipeline,
  SelectKBest,
  StandardScaler,
  StratifiedKFold,
} from "@gradus/learn";

const patients = await loadDiabetes();
const X = patients.drop("progression").toTensor().toArray<number[][]>();
const progression = patients.column("progression").toTensor().toArray<number[]>();
const y = progression.map((score) => (score > 140 ? "worse" : "stable"));
const mean = (values: Iterable<number>) =>
  [...values].reduce((sum, x, _, all) => sum + x / all.length, 0);

const search = new GridSearchCV({
  estimator: makePipeline(new StandardScaler(), new SelectKBest(), new KNeighborsClassifier()),
  paramGrid: {
    "selectkbest.k": [1, 2, 4, 8],
    "kneighborsclassifier.nNeighbors": [1, 5, 15],
  },
  cv: new StratifiedKFold({ nSplits: 4, shuffle: true, seed: 1 }),
});
const outer = new StratifiedKFold({ nSplits: 4, shuffle: true, seed: 2 });

const random = new RandomGenerator(0);
const trials = Array.from({ length: 8 }, () => {
  const rows = [...random.permutation(X.length)];
  const [mine, others] = [rows.slice(0, 40), rows.slice(40)]; // 40 patients; 402 that you never see
  const pick = <T>(list: readonly T[], which: readonly number[]) => which.map((i) => list[i]!);
  search.fit(pick(X, mine), pick(y, mine));
  return {
    best: search.bestScore,
    nested: mean(crossValScore(search, pick(X, mine), pick(y, mine), { cv: outer })),
    truth: search.score(pick(X, others), pick(y, others)),
  };
});
const percent = (part: "best" | "nested" | "truth") =>
  `${(100 * mean(trials.map((trial) => trial[part]))).toFixed(1)} %`;
console.log("best of 12 in the search that chose it:", percent("best"));
console.log("nested cross-validation of the search: ", percent("nested"));
console.log("the chosen model on 402 other patients:", percent("truth"));
// #endregion
