// #region one-sample
import { RandomGenerator } from "@gradus/core";
import { loadWeather } from "@gradus/data";
import { crossValScore, KNeighborsRegressor, LeaveOneOut, meanSquaredError } from "@gradus/learn";

const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>(); // °C
const rows = [...new RandomGenerator(0).permutation(highs.length).slice(0, 40)];
const X = rows.map((i) => {
  const angle = (2 * Math.PI * i) / 365.25;
  return [Math.cos(angle), Math.sin(angle)];
});
const y = rows.map((i) => highs[i]!);

for (const k of [1, 7, 39]) {
  const model = new KNeighborsRegressor({ nNeighbors: k });
  const onOwn = meanSquaredError(y, model.fit(X, y).predict(X));
  const scoring = "negMeanSquaredError";
  const leftOut = [...crossValScore(model, X, y, { cv: new LeaveOneOut(), scoring })];
  const mean = -leftOut.reduce((sum, score) => sum + score, 0) / leftOut.length;
  console.log(
    `k = ${k}`.padEnd(7),
    "own rows",
    onOwn.toFixed(1).padStart(5),
    "  left out",
    mean.toFixed(1).padStart(5),
    "°C²",
  );
}
// #endregion
