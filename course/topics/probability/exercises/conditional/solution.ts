/** P(event | given) for a row drawn at random. */
export function conditional<Row>(
  rows: readonly Row[],
  event: (row: Row) => boolean,
  given: (row: Row) => boolean,
): number {
  let known = 0;
  let both = 0;
  for (const row of rows) {
    if (!given(row)) continue;
    known += 1;
    if (event(row)) both += 1;
  }
  return both / known;
}
