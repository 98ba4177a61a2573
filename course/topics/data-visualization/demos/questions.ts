// #region amounts
import { display } from "@gradus/core";
import { col, loadElectricity, loadPenguins, loadWeather } from "@gradus/data";
import { countPlot } from "@gradus/plot";

const days = await loadWeather();
display(
  countPlot({
    x: days.column("weather"),
    horizontal: true,
    title: "What was the weather like in Seattle?",
    xLabel: "Weather",
    yLabel: "Days, 2012 to 2015",
  }),
);

// #endregion

// #region change
import { linePlot } from "@gradus/plot";

const power = await loadElectricity();
const of = (source: string) =>
  power
    .filter((row) => row.source === source)
    .column("net_generation")
    .toArray()
    .map((value) => Number(value) / 1000);
const x = power.column("year").unique().map(Number);
const [fossil, renewable, nuclear] = [of("Fossil Fuels"), of("Renewables"), of("Nuclear Energy")];
display(
  linePlot({
    x,
    series: { fossil, renewable, nuclear },
    yDomain: [0, 45],
    title: "Where Iowa's electricity came from",
    xLabel: "Year",
    yLabel: "Generation (TWh)",
  }),
);

// #endregion

// #region spread
import { boxPlot, facets, histogram, stripPlot } from "@gradus/plot";

const penguins = await loadPenguins();
const groups = Object.fromEntries(
  penguins
    .column("species")
    .unique()
    .map((name) => [
      String(name),
      penguins.filter(col("species").equal(String(name))).column("body_mass_g"),
    ]),
);
display(boxPlot({ groups, title: "Three species by their boxes", yLabel: "Body mass (g)" }));
display(stripPlot({ groups, title: "The same birds, every one", yLabel: "Body mass (g)" }));
// #endregion

// #region multiples
const edges = Array.from({ length: 20 }, (_, i) => 2600 + 200 * i);
display(
  facets(
    Object.fromEntries(
      Object.entries(groups).map(([name, mass]) => [
        name,
        histogram({ x: mass, bins: edges, xLabel: "Body mass (g)" }),
      ]),
    ),
    { columns: 1, title: "Three small charts, one scale" },
  ),
);

// #endregion

// #region relation
import { scatterPlot } from "@gradus/plot";

const flipper = penguins.column("flipper_length_mm");
const mass = penguins.column("body_mass_g");
display(
  scatterPlot({
    x: flipper,
    y: mass,
    title: "Longer flippers, heavier birds",
    xLabel: "Flipper length (mm)",
    yLabel: "Body mass (g)",
  }),
);

// #endregion

// #region uncertainty
import { regPlot } from "@gradus/plot";

const few = penguins.filter((bird) => bird.species === "Chinstrap" && bird.sex === "female");
display(
  regPlot({
    x: few.column("flipper_length_mm"),
    y: few.column("body_mass_g"),
    title: `${few.nRows} birds, and how sure the line is`,
    xLabel: "Flipper length (mm)",
    yLabel: "Body mass (g)",
  }),
);
// #endregion

// #region second-axis
/** What an axis of its own does to a line: its lowest value becomes 0, its highest 1. */
const onItsOwnAxis = (values: readonly number[]) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (value - low) / (high - low));
};
display(
  linePlot({
    x,
    series: { fossil: onItsOwnAxis(fossil), renewable: onItsOwnAxis(renewable) },
    title: "Renewables overtake fossil fuels?",
    xLabel: "Year",
    yLabel: "Share of its own axis",
  }),
);
const crossed = x.find((_, i) => onItsOwnAxis(renewable)[i]! > onItsOwnAxis(fossil)[i]!);
console.log("with an axis each, renewables are on top from", crossed);
console.log("in 2017:", fossil.at(-1), "TWh fossil,", renewable.at(-1), "TWh renewable");
// #endregion
