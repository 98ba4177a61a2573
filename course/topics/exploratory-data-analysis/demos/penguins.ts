// #region all
import { display } from "@gradus/core";
import { loadPenguins } from "@gradus/data";
import { scatterPlot } from "@gradus/plot";

const penguins = await loadPenguins();
const bills = penguins.select("bill_length_mm", "bill_depth_mm");
display(
  scatterPlot({
    x: penguins.column("bill_length_mm"),
    y: penguins.column("bill_depth_mm"),
    title: "Bills of 342 penguins",
    xLabel: "Bill length (mm)",
    yLabel: "Bill depth (mm)",
  }),
);
console.log("r of all:", Number(bills.corr().column("bill_depth_mm").at(0)).toFixed(2));
// #endregion

// #region species
for (const species of penguins.column("species").unique()) {
  const group = penguins.filter((bird) => bird.species === species);
  const r = group.select("bill_length_mm", "bill_depth_mm").corr().column("bill_depth_mm").at(0);
  console.log(species.padEnd(10), Number(r).toFixed(2));
}
// #endregion
