type Row = readonly (number | null)[];

/** The test rows, filled with the means of the training rows, and indicators behind them. */
export function fill(train: readonly Row[], test: readonly Row[]): number[][] {
  const columns = train[0]!.map((_, j) => train.map((row) => row[j] ?? null));
  const means = columns.map((column) => {
    const known = column.filter((value) => value !== null);
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  const marked = columns.flatMap((column, j) => (column.includes(null) ? [j] : []));
  return test.map((row) => [
    ...row.map((value, j) => value ?? means[j]!),
    ...marked.map((j) => (row[j] === null ? 1 : 0)),
  ]);
}
