/** A column of a table: all numbers or all texts, with null where a value is missing. */
export interface Column {
  readonly name: string;
  readonly values: readonly (number | string | null)[];
}

/** The columns of a CSV file. */
export function load(text: string): Column[] {
  const [header, ...rows] = text.trim().split("\n");
  const cells = rows.map((row) => row.split(","));
  return header!
    .split(",")
    .map((name, j) => ({ name, values: cells.map((row) => row[j] ?? null) }));
}

/** What pandas' describe() says of a column. */
export function summarise({ values }: Column): Record<string, number | string> {
  return { count: values.filter((value) => value !== null).length };
}
