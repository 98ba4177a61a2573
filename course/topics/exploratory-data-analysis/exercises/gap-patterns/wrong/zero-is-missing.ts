export type Cell = string | number | boolean | null;

/** How many rows have each combination of gaps: "x" is a missing cell, "." one that is there. */
export function gapPatterns(rows: readonly (readonly Cell[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = row.map((cell) => (!cell ? "x" : ".")).join("");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
