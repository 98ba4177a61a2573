/** P(event | given) for a row drawn at random. */
export function conditional<Row>(
  rows: readonly Row[],
  event: (row: Row) => boolean,
  given: (row: Row) => boolean,
): number {
  const both = rows.filter((row) => event(row) && given(row));
  return both.length / (rows.filter(given).length - both.length);
}
