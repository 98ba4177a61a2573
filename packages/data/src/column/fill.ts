import { checkInteger, checkOneOf, DTypeError } from "@gradus/core";
import type { Cell } from "../schema";
import type { AnyColumn } from "./from-values";
import { copyStored, restore, storedCell } from "./stored";

/** What missing values are filled with: the last value before, the next one after, or the line between. */
export type FillMethod = "forward" | "backward" | "linear";

/** How missing values are filled from their neighbours. */
export interface FillOptions {
  readonly method: FillMethod;
  /** How many missing values in a row are filled at most. Default all. */
  readonly limit?: number;
}

/** The column with a cell in place of its missing values. */
export function fillWithCell<C extends AnyColumn>(where: string, column: C, cell: Cell): C {
  const stored = copyStored(column);
  const value = storedCell(where, column, cell);
  for (let i = 0; i < stored.length; i++) if (column.isMissing(i)) stored[i] = value;
  return restore(column, stored);
}

/**
 * The column with missing values filled from their neighbours.
 *
 * @throws ParameterError for an unknown method or a limit below 1; DTypeError for lines through others
 *   than numbers and dates.
 */
export function fillFromNeighbours<C extends AnyColumn>(
  where: string,
  column: C,
  { method, limit = column.length + 1 }: FillOptions,
): C {
  checkOneOf(where, "method", method, ["forward", "backward", "linear"]);
  checkInteger(where, "limit", limit, 1);
  if (method === "linear") return alongLines(where, column, limit);
  return column.takeUnchecked(nearestPresent(column, method === "forward", limit)) as C;
}

/** For each row itself if it is present, else the present row before (or after) it, −1 without one. */
function nearestPresent(column: AnyColumn, isForward: boolean, limit: number): Int32Array {
  const { length } = column;
  const rows = new Int32Array(length);
  let last = -1;
  let filled = 0;
  for (let k = 0; k < length; k++) {
    const i = isForward ? k : length - 1 - k;
    if (column.isMissing(i)) rows[i] = ++filled <= limit ? last : -1;
    else {
      rows[i] = last = i;
      filled = 0;
    }
  }
  return rows;
}

/** Straight lines between present values; after the last one its value, before the first one nothing. */
function alongLines<C extends AnyColumn>(where: string, column: C, limit: number): C {
  if (column.type !== "number" && column.type !== "date") {
    throw new DTypeError(
      `${where}: expected a column of numbers or dates for "linear", got "${column.name}" of type ${column.type}`,
    );
  }
  const values = column.values.slice();
  let last = -1;
  for (let i = 0; i <= values.length; i++) {
    if (i < values.length && Number.isNaN(values[i])) continue;
    if (last >= 0) fillBetween(values, last, i, limit);
    last = i;
  }
  return restore(column, values as never);
}

function fillBetween(values: Float64Array, from: number, to: number, limit: number): void {
  const low = values[from]!;
  const slope = to < values.length ? (values[to]! - low) / (to - from) : 0;
  for (let i = from + 1; i < Math.min(to, from + 1 + limit); i++)
    values[i] = low + slope * (i - from);
}
