// #region weather
import { loadWeather } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";

const table = await loadWeather();
const days = table.rows();
type Features = (date: Date, i: number) => number[];
const warmth = days.map((day) => day.temp_max!); // °C
const learned = [...days.keys()].filter((i) => i > 0 && days[i]!.date!.getUTCFullYear() < 2015);
const asked = [...days.keys()].filter((i) => days[i]!.date!.getUTCFullYear() === 2015);

function report(name: string, features: Features) {
  const X = (rows: readonly number[]) => rows.map((i) => features(days[i]!.date!, i));
  const y = (rows: readonly number[]) => rows.map((i) => warmth[i]!);
  const model = new LinearRegression().fit(X(learned), y(learned));
  const r2 = model.score(X(asked), y(asked)).toFixed(3);
  console.log(name.padEnd(20), String(model.coef.size).padStart(2), "column(s), R² in 2015:", r2);
  return model;
}
const monthOf = (date: Date) => date.getUTCMonth();
report("days since 1970", (date) => [date.getTime() / 864e5]);
report("month, 0 to 11", (date) => [monthOf(date)]);
report("a column a month", (date) =>
  Array.from({ length: 12 }, (_, m) => Number(monthOf(date) === m)),
);

// #endregion

// #region circle
/** Where a day stands on the circle of the year, in radians: 0 on the 1st of January. */
function angleOf(date: Date): number {
  const year = date.getUTCFullYear();
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return (2 * Math.PI * (date.getTime() - start)) / (end - start);
}
const circle = (date: Date, times = 1) => [
  Math.cos(times * angleOf(date)),
  Math.sin(times * angleOf(date)),
];

const [a, b] = report("a circle", (date) => circle(date)).coef.toArray<number[]>() as [
  number,
  number,
];
report("and twice a year", (date) => [...circle(date), ...circle(date, 2)]);

// #endregion

// #region swing
const warmest = (Math.atan2(b, a) / (2 * Math.PI) + 1) % 1; // share of the year
console.log(`${a.toFixed(2)} · cos + ${b.toFixed(2)} · sin`);
console.log(`a swing of ±${Math.hypot(a, b).toFixed(1)} °C`);
const warmestDay = new Date(Date.UTC(2015, 0, 1) + warmest * 365 * 864e5);
console.log("warmest on", warmestDay.toISOString().slice(5, 10));

// #endregion

// #region lags
/** The mean of the days from i + first to i + last. */
const windowMean = (i: number, first: number, last: number) => {
  const values = warmth.slice(Math.max(0, i + first), i + last + 1);
  return values.reduce((sum, x) => sum + x, 0) / values.length;
};
report("circle, yesterday", (date, i) => [...circle(date), windowMean(i, -1, -1)]);
report("circle, last 7 days", (date, i) => [...circle(date), windowMean(i, -7, -1)]);

const lastWeek = table.column("temp_max").rolling(7).mean().shift(1).toArray();
const apart = [...days.keys()].slice(7).map((i) => Math.abs(lastWeek[i]! - windowMean(i, -7, -1)));
console.log("rolling(7).mean().shift(1): the farthest off by", Math.max(...apart).toExponential(0));

// #endregion

// #region around
report("circle, 3 days around", (date, i) => [...circle(date), windowMean(i, -1, 1)]);
// #endregion
