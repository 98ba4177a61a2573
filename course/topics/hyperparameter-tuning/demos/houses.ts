// #region three
import { RandomGenerator } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { KernelRidge, makePipeline, StandardScaler } from "@gradus/learn";

const ames = (await loadAmes()).drop("Longitude", "Latitude");
const rows = [...new RandomGenerator(4).permutation(ames.nRows)];
const sample = ames.take(rows.slice(0, 243)); // 135 to learn from, 108 to choose by
const X = sample.select("Gr_Liv_Area", "Year_Built", "Total_Bsmt_SF", "Lot_Area").toTensor();
const dollars = sample.column("Sale_Price").toTensor().toArray<number[]>();
const y = dollars.map((price) => 100 * Math.log(price / 160_000)); // about percent above $160,000
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const cv = [{ train: Int32Array.from(range(0, 135)), test: Int32Array.from(range(135, 243)) }];

const estimator = makePipeline(new StandardScaler(), new KernelRidge({ kernel: "rbf" }));
const setting = { estimator, cv, scoring: "negRootMeanSquaredError" } as const;

import { crossValScore } from "@gradus/learn";

for (const [alpha, gamma] of [
  [1, 0.25],
  [0.01, 0.01],
  [1e-5, 1],
] as const) {
  const model = estimator.withParams({ "kernelridge.alpha": alpha, "kernelridge.gamma": gamma });
  const [score] = crossValScore(model, X, y, setting);
  console.log(`alpha ${alpha}, gamma ${gamma}: misses by ${(-score!).toFixed(1)} %`);
}

// #endregion

// #region grid
import { GridSearchCV } from "@gradus/learn";

const powers = [1e-5, 1e-3, 1e-1, 10];
const grid = new GridSearchCV({
  ...setting,
  paramGrid: { "kernelridge.alpha": powers, "kernelridge.gamma": powers },
}).fit(X, y);
console.log("grid: 16 fits,", (-grid.bestScore).toFixed(2), "%", grid.bestParams);

// #endregion

// #region random
import { RandomizedSearchCV } from "@gradus/learn";
import { loguniform } from "@gradus/stats";

const paramDistributions = {
  "kernelridge.alpha": loguniform({ a: 1e-5, b: 10 }),
  "kernelridge.gamma": loguniform({ a: 1e-5, b: 10 }),
};
const nIter = 16;
const drawn = new RandomizedSearchCV({ ...setting, paramDistributions, nIter, seed: 0 }).fit(X, y);
console.log("random: 16 fits,", (-drawn.bestScore).toFixed(2), "%");
console.log("one of 60 in the best 5 %:", (100 * (1 - 0.95 ** 60)).toFixed(1), "%");

// #endregion

// #region tpe
import { TPESearchCV } from "@gradus/learn";

const tpe = new TPESearchCV({ ...setting, paramDistributions, nIter, nStartup: 6, seed: 0 }).fit(
  X,
  y,
);
console.log("TPE: 16 fits,", (-tpe.bestScore).toFixed(2), "%");

// #endregion

// #region halving
import { HalvingGridSearchCV } from "@gradus/learn";

const many = [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10];
const halving = new HalvingGridSearchCV({
  ...setting,
  paramGrid: { "kernelridge.alpha": many, "kernelridge.gamma": many },
  seed: 0,
}).fit(X, y);
const count = (round: number) =>
  (halving.cvResults.column("iter").toArray() as number[]).filter((iter) => iter === round).length;
const shares = [...new Set(halving.cvResults.column("n_resources").toArray() as number[])];
shares.forEach((amount, round) => {
  console.log(`round ${round + 1}: ${count(round)} settings on ${amount} of 243 houses`);
});
const paid = shares.reduce((sum, amount, round) => sum + (count(round) * amount) / 243, 0);
console.log(`halving: as dear as ${paid.toFixed(1)} fits,`, (-halving.bestScore).toFixed(2), "%");
// #endregion

// #region fresh
const others = ames.take(rows.slice(243, 1243));
const XFresh = others.select("Gr_Liv_Area", "Year_Built", "Total_Bsmt_SF", "Lot_Area").toTensor();
const yFresh = others
  .column("Sale_Price")
  .toTensor()
  .toArray<number[]>()
  .map((price) => 100 * Math.log(price / 160_000));
const bests: number[] = [];
const truths: number[] = [];
for (let draw = 0; draw < 20; draw++) {
  // Twelve houses choose among 16 settings, others each time.
  const test = Int32Array.from(range(135 + 5 * draw, 147 + 5 * draw));
  const small = [{ train: Int32Array.from(range(0, 40)), test }];
  const search = new RandomizedSearchCV({
    ...setting,
    cv: small,
    paramDistributions,
    nIter,
    seed: draw,
    refit: false,
  }).fit(X, y);
  const chosen = estimator.withParams(search.bestParams).fit(X.slice([0, 40]), y.slice(0, 40));
  bests.push(-search.bestScore);
  truths.push(rootMeanSquaredError(yFresh, chosen.predict(XFresh)));
}

import { rootMeanSquaredError } from "@gradus/learn";

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
console.log("best score of the search:", mean(bests).toFixed(1), "%");
console.log("the same models on 1000 other houses:", mean(truths).toFixed(1), "%");

// #endregion

// #region linear
import { uniform } from "@gradus/stats";

const evenly = uniform({ loc: 1e-5, scale: 10 });
const byNumber = { "kernelridge.alpha": evenly, "kernelridge.gamma": evenly };
const mistaken = [0, 1, 2, 3, 4].map((seed) => {
  const options = { ...setting, paramDistributions: byNumber, nIter, seed };
  return -new RandomizedSearchCV(options).fit(X, y).bestScore;
});
const rightly = [0, 1, 2, 3, 4].map((seed) => {
  const options = { ...setting, paramDistributions, nIter, seed };
  return -new RandomizedSearchCV(options).fit(X, y).bestScore;
});
console.log("evenly by number:", mean(mistaken).toFixed(1), "%");
console.log("evenly by power: ", mean(rightly).toFixed(1), "%");
// #endregion
