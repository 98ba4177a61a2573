import type { DisplayTable } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { formatCells, isRightAligned } from "../format";
import type { Cell } from "../schema";

const SHOWN_ROWS = 10;
const TERMINAL_WIDTH = 100;

/** How a table is shown. */
export interface ShowOptions {
  /** How many rows, from the first. Default 10. */
  readonly rows?: number;
  /** Whether the columns' types stand below their names. Default false. */
  readonly types?: boolean;
}

/** How a table is shown in a terminal. */
export interface TextOptions extends ShowOptions {
  /** How many characters a line may have. Default 100. */
  readonly width?: number;
}

/** The head of a table, its cells formatted, for a page or a message. */
export function displayTable(
  columns: readonly AnyColumn[],
  nRows: number,
  rows = SHOWN_ROWS,
): DisplayTable {
  const shown = Math.min(nRows, rows);
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
export function tableText(
  columns: readonly AnyColumn[],
  nRows: number,
  { rows = SHOWN_ROWS, types = false, width: lineWidth = TERMINAL_WIDTH }: TextOptions = {},
): string {
  const table = displayTable(columns, nRows, rows);
  const printed = table.columns.map(({ name, type }, j) => {
    const cells = [name, ...(types ? [type] : []), ...table.rows.map((row) => row[j]!)];
    const width = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
    return cells.map((cell) => (isRightAligned(type) ? cell.padStart(width) : cell.padEnd(width)));
  });
  const shown = printed.slice(0, fitting(printed, lineWidth));
  const lines = Array.from({ length: table.rows.length + (types ? 2 : 1) }, (_, i) =>
    shown
      .map((cells) => cells[i]!)
      .join("  ")
      .trimEnd(),
  );
  return [...lines, tableFooter(nRows, table.rows.length, columns.length, shown.length)].join("\n");
}

/** How many columns fit a terminal's line; at least one. */
function fitting(printed: readonly (readonly string[])[], most: number): number {
  let width = -2;
  const first = printed.findIndex((cells) => {
    width += cells[0]!.length + 2;
    return width > most;
  });
  return first < 0 ? printed.length : Math.max(1, first);
}

/** How large a table is, and how much of it is not shown. */
export function tableFooter(
  nRows: number,
  shownRows: number,
  nColumns: number,
  shownColumns: number,
): string {
  const hidden: string[] = [];
  if (nRows > shownRows) hidden.push(counted(nRows - shownRows, "row"));
  if (nColumns > shownColumns) hidden.push(counted(nColumns - shownColumns, "column"));
  const left = hidden.length ? `; ${hidden.join(" and ")} not shown` : "";
  return `[${counted(nRows, "row")} × ${counted(nColumns, "column")}${left}]`;
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
