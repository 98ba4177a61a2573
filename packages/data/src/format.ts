import { dateText } from "./column/dates";
import { type Cell, type ColumnType, isMissingCell } from "./schema";

const MOST_DECIMALS = 4;
const MOST_TEXT = 40;
const DAY = 86_400_000;

/**
 * The cells of one column as text: numbers to the same number of decimals, dates without the time if
 * all are at midnight, missing ones as NA.
 */
export function formatCells(cells: readonly Cell[], type: ColumnType): string[] {
  const present = cells.filter((cell) => !isMissingCell(cell));
  if (type === "date") {
    const withTime = present.some((cell) => Number(cell) % DAY !== 0);
    return cells.map((cell) => (isMissingCell(cell) ? "NA" : formatDate(cell as Date, withTime)));
  }
  const numbers = present.filter((cell) => typeof cell === "number" && Number.isFinite(cell));
  const decimals = numbers.reduce<number>(
    (most, value) => Math.max(most, decimalsOf(value as number)),
    0,
  );
  return cells.map((cell) => formatCell(cell, decimals));
}

/** Whether cells of this type stand at the right of their column, below one another's last digits. */
export function isRightAligned(type: string): boolean {
  return type === "number" || type === "integer";
}

function formatCell(cell: Cell, decimals: number): string {
  if (isMissingCell(cell)) return "NA";
  if (typeof cell === "number") return formatNumber(cell, decimals);
  const text = String(cell);
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT - 1)}…`;
}

function formatDate(date: Date, withTime: boolean): string {
  const text = dateText(date.getTime());
  return withTime && date.getTime() % DAY === 0 ? `${text} 00:00:00` : text;
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
