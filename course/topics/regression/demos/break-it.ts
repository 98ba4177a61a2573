// #region co2
import { loadCO2 } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";

const air = (await loadCO2()).dropMissing();
const years = air.rows().map(({ date }) => 1970 + date!.getTime() / (365.25 * 24 * 3600 * 1000));
const ppm = air.column("co2").toArray() as number[];
const before = years.filter((year) => year < 1990).length;
const X = years.map((year) => [year]);

const trend = new LinearRegression().fit(X.slice(0, before), ppm.slice(0, before));
const r2 = (from: number, to?: number) => trend.score(X.slice(from, to), ppm.slice(from, to));
console.log("R² up to 1989:", r2(0, before).toFixed(2), "  from 1990 on:", r2(before).toFixed(2));
const later = trend.predict(X.slice(before)).data();
const residuals = Array.from(later, (guess, i) => ppm[before + i]! - guess);
const above = residuals.filter((r) => r > 0).length;
console.log(`${above} of ${residuals.length} later weeks lie above the line`);
console.log("the last week:", residuals.at(-1)!.toFixed(1), "ppm above");

// #endregion

// #region months
import { display } from "@gradus/core";
import { makePipeline, PolynomialFeatures, StandardScaler } from "@gradus/learn";
import { linePlot } from "@gradus/plot";

const bent = makePipeline(
  new StandardScaler(),
  new PolynomialFeatures({ degree: 2, includeBias: false }),
  new LinearRegression(),
).fit(X, ppm);
const guesses = bent.predict(X).data();
const byMonth = Array.from({ length: 12 }, (_, month) => {
  const rows = [...ppm.keys()].filter((i) => Math.floor((years[i]! % 1) * 12) === month);
  return rows.reduce((sum, i) => sum + ppm[i]! - guesses[i]!, 0) / rows.length;
});
display(
  linePlot({
    x: byMonth.map((_, month) => month + 1),
    y: byMonth,
    title: "What the parabola leaves, month by month",
    xLabel: "Month",
    yLabel: "Mean residual (ppm)",
  }),
);
console.log("R² of the parabola:", bent.score(X, ppm).toFixed(3));
console.log("May:", byMonth[4]!.toFixed(1), "  October:", byMonth[9]!.toFixed(1), "ppm");

// #endregion

// #region wave
const withWave = years.map((year) => {
  const t = (year - 1980) / 10;
  const angle = 2 * Math.PI * year;
  return [t, t * t, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
});
const full = new LinearRegression().fit(withWave, ppm);
const rest = full.predict(withWave).data();
const size = Math.sqrt(ppm.reduce((sum, v, i) => sum + (v - rest[i]!) ** 2, 0) / ppm.length);
console.log("R² with a yearly wave:", full.score(withWave, ppm).toFixed(4));
console.log("typical miss:", size.toFixed(2), "ppm");
// #endregion
