/** The median price of the houses sold in Ames in a year, in thousands of dollars; a test compares it with the table. */
export const medians: readonly (readonly [year: number, price: number])[] = [
  [2007, 165.125],
  [2008, 161],
  [2009, 160.85],
  [2010, 155],
];

/** A change from the first value to the last, as a share of the first: in the data, in the bars, and their quotient. */
export interface Lie {
  readonly inData: number;
  readonly inChart: number;
  readonly factor: number;
}

/** What bars say that do not begin at 0 but at `start`, which is below both values. */
export function lieOf(first: number, last: number, start: number): Lie {
  const inData = (last - first) / first;
  const inChart = (last - first) / (first - start);
  return { inData, inChart, factor: inChart / inData };
}
