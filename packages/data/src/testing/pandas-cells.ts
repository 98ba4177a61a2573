import { expect } from "vitest";
import { columnOfType } from "../column/from-values";
import { type Cell, type ColumnType, DataFrame } from "../index";

// How the tests read tables and cells that scripts in reference/ write: a date as milliseconds, a missing
// value as null, infinities as text.

/** A cell in a fixture. */
export type FixtureCell = string | number | boolean | null;

/** Columns in a fixture. */
export type FixtureColumns = Readonly<Record<string, readonly FixtureCell[]>>;

/** A table of a fixture, whose columns have the types named, numbers where none is. */
export function frameOf(
  columns: FixtureColumns,
  types: Readonly<Record<string, string>>,
): DataFrame {
  return DataFrame.fromColumns(
    Object.entries(columns).map(([name, cells]) => {
      const type = (types[name] ?? "number") as ColumnType;
      const given = type === "date" ? cells.map((cell) => cell && new Date(cell as number)) : cells;
      return columnOfType("fixture", name, type, given as Cell[]);
    }),
  );
}

/** The same names in any order, and the cells below them. */
export function expectFrame(got: DataFrame, expected: FixtureColumns, rtol = 1e-12): void {
  expect([...got.columns].sort()).toEqual(Object.keys(expected).sort());
  for (const [name, cells] of Object.entries(expected)) {
    expectCells(got.column(name).toArray(), cells, name, rtol);
  }
}

/** Cells equal to those of a fixture, numbers to a relative tolerance (below 1 an absolute one). */
export function expectCells(
  got: Iterable<Cell>,
  expected: readonly FixtureCell[],
  name = "",
  rtol = 1e-12,
): void {
  const cells = Array.from(got, plain);
  expect(cells.length, name).toBe(expected.length);
  cells.forEach((cell, i) => {
    const want = expected[i]!;
    if (typeof want !== "number" || typeof cell !== "number") {
      expect(cell, `${name}, row ${i}`).toBe(want);
      return;
    }
    const most = rtol * Math.max(1, Math.abs(want));
    expect(Math.abs(cell - want), `${name}, row ${i}: ${cell} for ${want}`).toBeLessThanOrEqual(
      most,
    );
  });
}

function plain(cell: Cell): FixtureCell {
  if (cell instanceof Date) return cell.getTime();
  if (cell === Number.POSITIVE_INFINITY) return "inf";
  if (cell === Number.NEGATIVE_INFINITY) return "-inf";
  return Number.isNaN(cell) ? null : cell;
}
