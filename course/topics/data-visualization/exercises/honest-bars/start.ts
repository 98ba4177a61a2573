import { barPlot, type Chart } from "@gradus/plot";

export interface Row {
  readonly year: number;
  readonly price: number;
}

/** The median price of the houses sold in each year. */
export function priceChart(rows: readonly Row[]): Chart {
  const prices = rows.map(({ price }) => price);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return barPlot({
    categories: rows.map(({ year }) => year),
    values: prices,
    yDomain: [low - 0.1 * (high - low), high],
    title: "Prices collapse",
    yLabel: "Price",
  });
}
