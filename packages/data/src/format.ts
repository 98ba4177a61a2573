import type { Cell } from "./schema";
import { isMissingCell } from "./schema";

const MOST_DECIMALS = 4;
const MOST_TEXT = 40;

/** The cells of one column as text: numbers to the same number of decimals, missing ones as NA. */
export function formatCells(cells: readonly Cell[]): string[] {
  const numbers = cells.filter((cell) => typeof cell === "number" && Number.isFinite(cell));
  const decimals = Math.max(0, ...numbers.map((value) => decimalsOf(value as number)));
  return cells.map((cell) => formatCell(cell, decimals));
}

function formatCell(cell: Cell, decimals: number): string {
  if (isMissingCell(cell)) return "NA";
  if (typeof cell === "number") return formatNumber(cell, decimals);
  const text = String(cell);
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT - 1)}…`;
}

function formatNumber(value: number, decimals: number): string {
  const size = Math.abs(value);
  const tooSmall = size > 0 && size < 10 ** -MOST_DECIMALS;
  if (!Number.isFinite(value)) return String(value);
  return tooSmall || size >= 1e15 ? value.toPrecision(5) : value.toFixed(decimals);
}

/** How many decimals the number needs, at most {@link MOST_DECIMALS}. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return MOST_DECIMALS;
}
