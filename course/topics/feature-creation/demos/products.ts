// #region two-groups
import { display } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { crossValScore, KFold, LinearRegression } from "@gradus/learn";
import { facets, regPlot } from "@gradus/plot";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const area = homes.column("Gr_Liv_Area").toTensor().toArray<number[]>(); // ft²
const price = homes.column("Sale_Price").toTensor().div(1000).toArray<number[]>(); // thousands of $
const isNew = homes
  .column("Year_Built")
  .toTensor()
  .toArray<number[]>()
  .map((year) => Number(year >= 1990));
const cv = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;

for (const group of [0, 1]) {
  const own = [...area.keys()].filter((i) => isNew[i] === group);
  const line = new LinearRegression().fit(
    own.map((i) => [area[i]!]),
    own.map((i) => price[i]!),
  );
  const dollars = (1000 * line.coef.item()).toFixed(0);
  console.log(
    group ? "1990 and later:" : "before 1990:   ",
    own.length,
    `houses, $${dollars} a square foot`,
  );
}

// #endregion

// #region product
const sum = area.map((x, i) => [x, isNew[i]!]);
const product = area.map((x, i) => [x, isNew[i]!, x * isNew[i]!]);
for (const [name, X] of Object.entries({ "area, new": sum, "area, new, area · new": product })) {
  const model = new LinearRegression().fit(X, price);
  const r2 = mean(crossValScore(new LinearRegression(), X, price, { cv }));
  const weights = model.coef.toArray<number[]>().map((w) => (1000 * w).toFixed(0));
  console.log(name.padEnd(22), "R²", r2.toFixed(3), "  $:", weights.join(", "));
}

// #endregion

// #region library
import { makePipeline, PolynomialFeatures } from "@gradus/learn";

const both = makePipeline(
  new PolynomialFeatures({ interactionOnly: true, includeBias: false }),
  new LinearRegression(),
);
console.log("R²", mean(crossValScore(both, sum, price, { cv })).toFixed(3));
const charts = [0, 1].map((group) => {
  const own = [...area.keys()].filter((i) => isNew[i] === group);
  return regPlot({
    x: own.map((i) => area[i]!),
    y: own.map((i) => price[i]!),
    xLabel: "Living area (ft²)",
    yLabel: "Price (thousands of $)",
  });
});
display(facets({ "before 1990": charts[0]!, "1990 and later": charts[1]! }));
// #endregion
