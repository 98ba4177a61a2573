/** A table: the names of its columns, and its rows as objects, as a DataFrame has them. */
export interface TableLike {
  readonly columns: readonly string[];
  rows(): readonly Readonly<Record<string, unknown>>[];
}

/** Whether a value is a table. */
export function isTable(value: unknown): value is TableLike {
  if (typeof value !== "object" || value === null) return false;
  return "columns" in value && "rows" in value && typeof value.rows === "function";
}

/**
 * The first difference between two tables: in their columns, whose order does not matter, in the number of rows, or in a
 * cell. A missing value is NaN or null.
 *
 * @param compare the difference between two cells, told where they stand
 */
export function differenceOfTables(
  actual: TableLike,
  expected: TableLike,
  compare: (actual: unknown, expected: unknown, where: string) => string | null,
): string | null {
  const lacking = expected.columns.filter((name) => !actual.columns.includes(name));
  if (lacking.length > 0)
    return `expected the columns ${listed(expected.columns)}, got ${listed(actual.columns)}`;
  const strange = actual.columns.filter((name) => !expected.columns.includes(name));
  if (strange.length > 0)
    return `expected only the columns ${listed(expected.columns)}, got also ${listed(strange)}`;
  const [found, wanted] = [actual.rows(), expected.rows()];
  const nShared = Math.min(found.length, wanted.length);
  for (let i = 0; i < nShared; i++) {
    for (const name of expected.columns) {
      const [cell, right] = [found[i]![name], wanted[i]![name]];
      if (isMissing(cell) && isMissing(right)) continue;
      const where = `row ${i + 1} of column \`${name}\``;
      const difference = compare(cell, right, where);
      if (difference && found.length === wanted.length) return difference;
      if (difference) return `expected ${wanted.length} rows, got ${found.length}; ${difference}`;
    }
  }
  if (found.length === wanted.length) return null;
  return `expected ${wanted.length} rows, got ${found.length}`;
}

function isMissing(cell: unknown): boolean {
  return cell === null || cell === undefined || Number.isNaN(cell);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
}
