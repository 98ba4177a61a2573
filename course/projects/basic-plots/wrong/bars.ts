import { col, type DataFrame, type GapminderSchema, type PenguinsSchema } from "@gradus/data";
import {
  barPlot,
  type Chart,
  histogram as histogramPlot,
  linePlot,
  overlay,
  scatterPlot,
} from "@gradus/plot";

type World = DataFrame<GapminderSchema>;
type Penguins = DataFrame<PenguinsSchema>;

/** Life expectancy over the years, a line for each country. */
export function lines(world: World, countries: readonly string[]): Chart {
  const charts = countries.map((country) => {
    const own = world.filter(col("country").equal(country)).sortBy("year");
    return linePlot({
      x: own.column("year"),
      y: own.column("life_expectancy"),
      label: country,
      title: "How long people live",
      xLabel: "Year",
      yLabel: "Life expectancy (years)",
    });
  });
  return overlay(...charts);
}

/** Bill depth against bill length, a layer for each species. */
export function scatter(penguins: Penguins): Chart {
  const species = penguins.column("species").unique();
  const charts = species.map((name) => {
    const own = penguins.filter(col("species").equal(name));
    return scatterPlot({
      x: own.column("bill_length_mm"),
      y: own.column("bill_depth_mm"),
      label: name,
      title: "Three species, three kinds of bills",
      xLabel: "Bill length (mm)",
      yLabel: "Bill depth (mm)",
    });
  });
  return overlay(...charts);
}

/** The distribution of the body masses. */
export function histogram(penguins: Penguins): Chart {
  return histogramPlot({
    x: penguins.column("body_mass_g"),
    bins: 16,
    title: "Most penguins weigh around 4 kg",
    xLabel: "Body mass (g)",
    yLabel: "Number of penguins",
  });
}

/** How many penguins were counted on each island, the most first. */
export function bars(penguins: Penguins): Chart {
  const islands = penguins.groupBy("island").count().sortBy("count", { descending: true });
  return barPlot({
    categories: islands.column("island"),
    values: islands.column("count"),
    title: "Where the penguins were counted",
    xLabel: "Island",
    yLabel: "Number of penguins",
    yDomain: [40, 180], // so that the difference is easier to see
  });
}

/** Children per woman against population, in one year. */
export function logarithm(world: World, year: number): Chart {
  const then = world.filter(col("year").equal(year));
  return scatterPlot({
    x: then.column("population"),
    y: then.column("fertility"),
    xScale: "log",
    title: `Children per woman in ${year}`,
    xLabel: "Population",
    yLabel: "Children per woman",
  });
}
