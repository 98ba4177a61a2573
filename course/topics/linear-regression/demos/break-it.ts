// #region three-giants
import { display } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";
import { linePlot, overlay, scatterPlot } from "@gradus/plot";

const ames = await loadAmes();
const isNormal = ames
  .column("Sale_Condition")
  .toArray()
  .map((sale) => sale === "Normal");
const isGiant = ames
  .rows()
  .map((house) => house.Gr_Liv_Area > 4000 && house.Sale_Condition === "Partial");

const without = ames.filter(isNormal);
const withGiants = ames.filter(isNormal.map((normal, i) => normal || isGiant[i]!));

const fitArea = (houses: typeof ames) =>
  new LinearRegression().fit(houses.select("Gr_Liv_Area"), houses.column("Sale_Price"));
const slopeOf = (model: LinearRegression) => model.coef.at(0).item();

const calm = fitArea(without);
const pulled = fitArea(withGiants);
console.log(`${without.nRows} houses: ${slopeOf(calm).toFixed(2)} $/ft²`);
console.log(`and ${withGiants.nRows - without.nRows} more: ${slopeOf(pulled).toFixed(2)} $/ft²`);

const ordinary = calm
  .predict(without.select("Gr_Liv_Area"))
  .sub(without.column("Sale_Price").toTensor());
const giants = ames.filter(isGiant);
const far = calm.predict(giants.select("Gr_Liv_Area")).sub(giants.column("Sale_Price").toTensor());
const weights = far.square().div(ordinary.square().mean()).round();
console.log("their squared errors, in ordinary ones:", weights.toArray());

const ends = [300, 5700];
const along = (model: LinearRegression) => ends.map((x) => slopeOf(model) * x + model.intercept);
display(
  overlay(
    scatterPlot({
      x: withGiants.column("Gr_Liv_Area"),
      y: withGiants.column("Sale_Price"),
      title: "Three unfinished giants pull the line down",
      xLabel: "Living area (ft²)",
      yLabel: "Sale price ($)",
    }),
    linePlot({ x: ends, series: { without: along(calm), with: along(pulled) } }),
  ),
);
// #endregion

// #region twins
const columns = ["Gr_Liv_Area", "First_Flr_SF", "Second_Flr_SF"] as const;

for (const half of [0, 1]) {
  const houses = without.filter((_, i) => i % 2 === half);
  const X = houses.select(...columns);
  const model = new LinearRegression().fit(X, houses.column("Sale_Price"));
  const [area, first, second] = model.coef.toArray() as [number, number, number];
  console.log(half === 0 ? "every even row" : "every odd row");
  console.log("  $/ft² of area, first, second:", [area, first, second].map(Math.round));
  console.log("  area + first:", Math.round(area + first));
  console.log("  R²:", model.score(X, houses.column("Sale_Price")).toFixed(2));
}
// #endregion

// #region raw-feet
const area = without.column("Gr_Liv_Area").toTensor(); // ft², not standardized
const price = without.column("Sale_Price").toTensor();
let w = 0;
let b = 0;
for (let step = 0; step < 5; step++) {
  const error = area.mul(w).add(b).sub(price);
  const typicalMiss = error.square().mean().sqrt().item();
  console.log(`step ${step}: typical miss $${typicalMiss.toExponential(1)}`);
  w -= 0.1 * 2 * error.mul(area).mean().item();
  b -= 0.1 * 2 * error.mean().item();
}
// #endregion
