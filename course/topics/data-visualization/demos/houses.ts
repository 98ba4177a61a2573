// #region two-charts
import { display } from "@gradus/core";
import { col, count, loadAmes } from "@gradus/data";
import { barPlot } from "@gradus/plot";

const byYear = (await loadAmes())
  .groupBy("Year_Sold")
  .agg({ median: col("Sale_Price").median().div(1000), houses: count() })
  .sortBy("Year_Sold")
  .filter((row) => row.Year_Sold >= 2007);
const years = byYear.column("Year_Sold");
const prices = byYear.column("median");
const yLabel = "Median price (1,000 $)";
display(
  barPlot({
    categories: years,
    values: prices,
    yDomain: [150, 166],
    numbers: false,
    title: "House prices collapse",
    yLabel,
  }),
);
display(
  barPlot({
    categories: years,
    values: prices,
    numbers: false,
    title: "House prices hardly move",
    yLabel,
  }),
);
// #endregion

// #region table
display(byYear);

// #endregion

// #region position
import { linePlot, overlay, scatterPlot } from "@gradus/plot";

// A position does not start anywhere, so its axis need not start at 0.
const look = { x: years, y: prices, xDomain: [2006, 2011], yDomain: [150, 166] } as const;
display(
  overlay(
    linePlot({ ...look, title: "The same change, as positions", xLabel: "Year of sale", yLabel }),
    scatterPlot({ ...look, color: "blue" }),
  ),
);
// #endregion

// #region mix
const ordinary = (await loadAmes())
  .filter((house) => house.Sale_Condition === "Normal")
  .groupBy("Year_Sold")
  .agg({ median: col("Sale_Price").median().div(1000), houses: count() })
  .sortBy("Year_Sold")
  .filter((row) => row.Year_Sold >= 2007);
display(ordinary);
// #endregion
