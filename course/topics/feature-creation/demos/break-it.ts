// #region zone
const sold = new Date("2026-06-30T23:30:00-05:00"); // half past eleven at night, in Iowa
console.log("month there:", 6, " getUTCMonth() + 1:", sold.getUTCMonth() + 1);
const inAmes = new Intl.DateTimeFormat("en", { timeZone: "America/Chicago", month: "numeric" });
console.log("with its time zone:", inAmes.format(sold));

// #endregion

// #region many
import { PolynomialFeatures } from "@gradus/learn";

for (const n of [5, 20, 70, 200]) {
  const all = new PolynomialFeatures({ interactionOnly: true, includeBias: false });
  const columns = all.fit([Array.from({ length: n }, () => 1)]).getFeatureNamesOut().length;
  console.log(`${n} columns have`.padEnd(18), columns - n, "products of two");
}

// #endregion

// #region shuffled
import { loadWeather } from "@gradus/data";
import { crossValScore, KFold, KNeighborsRegressor, TimeSeriesSplit } from "@gradus/learn";

const days = (await loadWeather()).rows();
const X = days.map((day) => [day.date!.getTime() / 864e5]);
const y = days.map((day) => day.temp_max!);
const near = new KNeighborsRegressor({ nNeighbors: 5 });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
const shuffled = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
console.log("folds at random:  R²", mean(crossValScore(near, X, y, { cv: shuffled })).toFixed(2));
const inTime = new TimeSeriesSplit({ nSplits: 5 });
console.log("folds in time:    R²", mean(crossValScore(near, X, y, { cv: inTime })).toFixed(2));
// #endregion
