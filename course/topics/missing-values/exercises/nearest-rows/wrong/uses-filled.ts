type Row = readonly (number | null)[];

/** The rows, each gap filled with the mean of the k nearest rows that have a value there. */
export function fillNearest(rows: readonly Row[], k: number): number[][] {
  const filled = rows.map((row) => [...row]);
  for (const row of filled) {
    for (const j of row.keys()) {
      if (row[j] !== null) continue;
      const donors = filled.filter((other) => other[j] !== null);
      const near = donors.toSorted((a, b) => distance(row, a) - distance(row, b)).slice(0, k);
      row[j] = near.reduce((sum, other) => sum + other[j]!, 0) / k;
    }
  }
  return filled as number[][];
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
