import type { DisplayTable } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { formatCells, isRightAligned } from "../format";
import type { Cell } from "../schema";

const SHOWN_ROWS = 10;
const TERMINAL_WIDTH = 100;

/** The head of a table, its cells formatted, for a page or a message. */
export function displayTable(columns: readonly AnyColumn[], nRows: number): DisplayTable {
  const shown = Math.min(nRows, SHOWN_ROWS);
  const cells = columns.map((column) => {
    const head: Cell[] = Array.from({ length: shown }, (_, i) => column.cell(i));
    return formatCells(head, column.type);
  });
  return {
    kind: "table",
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: Array.from({ length: shown }, (_, i) => cells.map((column) => column[i]!)),
    nRows,
  };
}

/** The head of a table as text of a terminal's width, with a line that counts what it leaves out. */
export function tableText(columns: readonly AnyColumn[], nRows: number): string {
  const table = displayTable(columns, nRows);
  const printed = table.columns.map(({ name, type }, j) => {
    const cells = [name, ...table.rows.map((row) => row[j]!)];
    const width = Math.max(...cells.map((cell) => cell.length));
    return cells.map((cell) => (isRightAligned(type) ? cell.padStart(width) : cell.padEnd(width)));
  });
  const shown = printed.slice(0, fitting(printed));
  const lines = Array.from({ length: table.rows.length + 1 }, (_, i) =>
    shown
      .map((cells) => cells[i]!)
      .join("  ")
      .trimEnd(),
  );
  return [...lines, footer(nRows, table.rows.length, columns.length, shown.length)].join("\n");
}

/** How many columns fit a terminal's line; at least one. */
function fitting(printed: readonly (readonly string[])[]): number {
  let width = -2;
  const first = printed.findIndex((cells) => {
    width += cells[0]!.length + 2;
    return width > TERMINAL_WIDTH;
  });
  return first < 0 ? printed.length : Math.max(1, first);
}

function footer(nRows: number, shownRows: number, nColumns: number, shownColumns: number): string {
  const rows = `${nRows} ${nRows === 1 ? "row" : "rows"}`;
  const columns = `${nColumns} ${nColumns === 1 ? "column" : "columns"}`;
  const hidden: string[] = [];
  if (nRows > shownRows) hidden.push(`${nRows - shownRows} rows`);
  if (nColumns > shownColumns) hidden.push(`${nColumns - shownColumns} columns`);
  return `[${rows} × ${columns}${hidden.length ? `; ${hidden.join(" and ")} not shown` : ""}]`;
}
