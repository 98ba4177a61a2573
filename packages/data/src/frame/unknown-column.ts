import { ParameterError } from "@gradus/core";

/** The error for a column that is not there, with the nearest name that is. */
export function unknownColumn(
  where: string,
  name: string,
  columns: readonly string[],
): ParameterError {
  const near = nearest(name, columns);
  const names = columns.slice(0, 8).join(", ") + (columns.length > 8 ? ", …" : "");
  const hint = near ? `did you mean "${near}"?` : `the columns are ${names || "none"}`;
  return new ParameterError(
    `${where}: expected the name of a column, got ${JSON.stringify(name)}; ${hint}`,
  );
}

function nearest(name: string, columns: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(String(name).length / 3));
  const distances = columns.map((column) => ({ column, distance: editDistance(name, column) }));
  return distances.filter((d) => d.distance <= most).sort((a, b) => a.distance - b.distance)[0]
    ?.column;
}

/** Levenshtein's distance without regard to case and to the separators - and _. */
function editDistance(left: string, right: string): number {
  const [a, b] = [left, right].map((name) =>
    String(name)
      .toLowerCase()
      .replace(/[\s_-]/g, ""),
  );
  let previous = Array.from({ length: b!.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a!.length; i++) {
    const current = [i];
    for (let j = 1; j <= b!.length; j++) {
      const replaced = previous[j - 1]! + (a![i - 1] === b![j - 1] ? 0 : 1);
      current[j] = Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1);
    }
    previous = current;
  }
  return previous[b!.length]!;
}
