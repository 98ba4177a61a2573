type Row = readonly (number | null)[];

/** The rows, each gap filled with the mean of the k nearest rows that have a value there. */
export function fillNearest(rows: readonly Row[], k: number): number[][] {
  return rows.map((row) =>
    row.map((value, j) => {
      if (value !== null) return value;
      const others = rows.filter((other) => other !== row);
      const near = others.toSorted((a, b) => distance(row, a) - distance(row, b)).slice(0, k);
      const known = near.map((other) => other[j]!).filter((each) => each !== null);
      return known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
    }),
  );
}

/** The mean squared difference over the columns that both rows have. */
function distance(a: Row, b: Row): number {
  let sum = 0;
  let both = 0;
  for (const [j, x] of a.entries()) {
    const y = b[j]!;
    if (x === null || y === null) continue;
    sum += (x - y) ** 2;
    both += 1;
  }
  return sum / both;
}
