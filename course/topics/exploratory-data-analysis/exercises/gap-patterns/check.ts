import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectThat, misconception } from "@gradus/course-kit";

type Cell = string | number | boolean | null;
type Rows = readonly (readonly Cell[])[];

interface Submission {
  gapPatterns(rows: Rows): Map<string, number>;
}

export default defineCheck(({ gapPatterns }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const rows = someRows(seed);
    const found = gapPatterns(rows);
    expectThat(
      found instanceof Map,
      "`gapPatterns` returns a Map from a name to a number of rows.",
    );
    const right = count(rows, (row) => marks(row, (cell) => cell === null));
    const got = asText(found);
    if (got === asText(right)) continue;
    if (got === asText(count(rows, (row) => marks(row, (cell) => !cell)))) {
      misconception("zero-is-missing");
    }
    if (got === asText(count(rows, (row) => marks(row, (cell) => cell !== null)))) {
      misconception("turned-round");
    }
    const incomplete = rows.filter((row) => row.includes(null));
    if (got === asText(count(incomplete, (row) => marks(row, (cell) => cell === null)))) {
      misconception("complete-left-out");
    }
    if (got === asText(count(rows, (row) => marks(row, (cell) => cell === null, true)))) {
      misconception("number-of-gaps");
    }
    expectThat(
      false,
      `For ${rows.length} rows the counts are ${asText(right)}, and yours are ${got}.`,
    );
  }
});

function someRows(seed: number): Rows {
  const random = new RandomGenerator(seed);
  const values: Cell[] = [null, null, 0, "", false, 7, "Ames", true];
  const rows = Array.from({ length: 20 }, () =>
    Array.from({ length: 2 + (seed % 3) }, () => values[random.integer(0, values.length)]!),
  );
  return [...rows, rows[0]!.map(() => 1), rows[0]!.map(() => 0)];
}

function marks(row: readonly Cell[], isGap: (cell: Cell) => boolean, sorted = false): string {
  const names = row.map((cell) => (isGap(cell) ? "x" : "."));
  return (sorted ? names.sort().reverse() : names).join("");
}

function count(rows: Rows, name: (row: readonly Cell[]) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(name(row), (counts.get(name(row)) ?? 0) + 1);
  return counts;
}

/** The counts in one order, so that a learner's order does not matter. */
function asText(counts: Map<string, number>): string {
  return [...counts]
    .map(([name, n]) => `${name}: ${n}`)
    .sort()
    .join(", ");
}
