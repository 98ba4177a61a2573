import { describeValue, ValueError } from "@gradus/core";
import { type Cell, isMissingCell } from "../schema";
import type { DataFrame } from "./data-frame";

/** How exactly tables must agree. */
export interface FrameEqualOptions {
  /** The largest |a − b| allowed, besides `rtol`. Default 0. */
  readonly atol?: number;
  /** The largest |a − b| allowed, as a share of |b|. Default 0. */
  readonly rtol?: number;
  /** Whether the types of columns must be the same, a number not an integer. Default true. */
  readonly checkTypes?: boolean;
}

/**
 * Does nothing if two tables have the same columns in the same order with the same values; missing values equal one
 * another. For tests, as pandas' `assert_frame_equal`.
 *
 * @throws ValueError saying what differs first.
 * @example
 * ```ts
 * const third = DataFrame.fromColumns({ x: [1 / 3] });
 * assertFrameEqual(third, DataFrame.fromColumns({ x: [0.333] }), { atol: 1e-3 });
 * ```
 */
export function assertFrameEqual(
  got: DataFrame,
  expected: DataFrame,
  options: FrameEqualOptions = {},
): void {
  const difference = frameDifference(got, expected, options);
  if (difference !== undefined) throw new ValueError(`assertFrameEqual: ${difference}`);
}

/** What differs first between two tables, nothing if they are equal. */
function frameDifference(
  got: DataFrame,
  expected: DataFrame,
  { atol = 0, rtol = 0, checkTypes = true }: FrameEqualOptions,
): string | undefined {
  const [names, wanted] = [got.columns.join(", "), expected.columns.join(", ")];
  if (names !== wanted) return `expected columns ${wanted || "none"}, got ${names || "none"}`;
  if (got.nRows !== expected.nRows) return `expected ${expected.nRows} rows, got ${got.nRows}`;
  for (const column of expected.columnList()) {
    const other = got.column(column.name);
    if (checkTypes && other.type !== column.type) {
      return `expected column "${column.name}" of type ${column.type}, got ${other.type}`;
    }
    for (let i = 0; i < column.length; i++) {
      const [a, b] = [other.cell(i), column.cell(i)];
      if (isSame(a, b, atol, rtol)) continue;
      return `expected ${describeValue(plain(b))} in column "${column.name}" at row ${i}, got ${describeValue(plain(a))}`;
    }
  }
  return undefined;
}

function isSame(a: Cell, b: Cell, atol: number, rtol: number): boolean {
  if (isMissingCell(a) || isMissingCell(b)) return isMissingCell(a) && isMissingCell(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a === b) return true;
  if (typeof a !== "number" || typeof b !== "number") return false;
  return Math.abs(a - b) <= atol + rtol * Math.abs(b);
}

function plain(cell: Cell): unknown {
  return cell instanceof Date ? cell.toISOString() : cell;
}
