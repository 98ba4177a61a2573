import type { DataFrame, GapminderSchema, PenguinsSchema } from "@gradus/data";
import { barPlot, type Chart, histogram as histogramPlot, scatterPlot } from "@gradus/plot";

type World = DataFrame<GapminderSchema>;
type Penguins = DataFrame<PenguinsSchema>;

/** Life expectancy over the years, a line for each country. */
export function lines(world: World, countries: readonly string[]): Chart {
  const some = world.filter((row) => countries.includes(row.country ?? ""));
  return scatterPlot({ x: some.column("year"), y: some.column("life_expectancy") });
}

/** Bill depth against bill length, a layer for each species. */
export function scatter(penguins: Penguins): Chart {
  return scatterPlot({
    x: penguins.column("bill_length_mm"),
    y: penguins.column("bill_depth_mm"),
  });
}

/** The distribution of the body masses. */
export function histogram(penguins: Penguins): Chart {
  return histogramPlot({ x: penguins.column("body_mass_g"), bins: 3 });
}

/** How many penguins were counted on each island, the most first. */
export function bars(penguins: Penguins): Chart {
  const islands = penguins.groupBy("island").count();
  return barPlot({ categories: islands.column("island"), values: islands.column("count") });
}

/** Children per woman against population, in one year. */
export function logarithm(world: World, year: number): Chart {
  const then = world.filter((row) => row.year === year);
  return scatterPlot({ x: then.column("population"), y: then.column("fertility") });
}
