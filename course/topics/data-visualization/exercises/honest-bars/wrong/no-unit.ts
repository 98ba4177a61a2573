import { barPlot, type Chart } from "@gradus/plot";

export interface Row {
  readonly year: number;
  readonly price: number;
}

/** The median price of the houses sold in each year. */
export function priceChart(rows: readonly Row[]): Chart {
  const sorted = rows.toSorted((a, b) => a.year - b.year);
  return barPlot({
    categories: sorted.map(({ year }) => year),
    values: sorted.map(({ price }) => price / 1000),
    title: "Median price of the houses sold in a year",
    yLabel: "Median price",
  });
}
