import { checkOneOf, DTypeError, ParameterError, ValueError } from "@gradus/core";
import { Float64Column } from "../column/float64-column";
import type { AnyColumn } from "../column/from-values";
import type { FrameBase } from "../frame/frame-base";
import { Grouping } from "../group/grouping";
import { type Matched, matchKeys } from "./match";
import { assemble, keysOf } from "./merge";

/** In which direction `mergeAsof` looks for the nearest key: at or before, at or after, or both. */
export type AsofDirection = "backward" | "forward" | "nearest";

/** How two tables are merged on the nearest key. */
export interface AsofOptions {
  /** The column of numbers or dates whose nearest value counts; both tables are sorted by it. */
  readonly on?: string;
  /** The column in the left table, if it is called otherwise there. */
  readonly leftOn?: string;
  /** The column in the right table, if it is called otherwise there. */
  readonly rightOn?: string;
  /** Columns that must be equal besides. */
  readonly by?: string | readonly string[];
  /** Default "backward". */
  readonly direction?: AsofDirection;
  /** The largest distance allowed, in milliseconds for dates. Default any. */
  readonly tolerance?: number;
  /** Whether equal keys match. Default true. */
  readonly allowExactMatches?: boolean;
  /** What is put behind names that both tables have, keys left out. Default "_x" and "_y". */
  readonly suffixes?: readonly [string, string];
}

/** The columns of the left table, with those of its nearest right row. */
export function mergeAsofColumns(
  left: FrameBase,
  right: FrameBase,
  options: AsofOptions,
): AnyColumn[] {
  const where = "DataFrame.mergeAsof";
  const { direction = "backward", tolerance = Infinity, by = [] } = options;
  checkOneOf(where, "direction", direction, ["backward", "forward", "nearest"]);
  if (!(tolerance >= 0)) {
    throw new ParameterError(`${where}: tolerance must be a number >= 0, got ${tolerance}`);
  }
  const { on, leftOn, rightOn, allowExactMatches = true, suffixes } = options;
  const keys = keysOf(where, left, right, {
    ...(on === undefined ? {} : { on }),
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(rightOn === undefined ? {} : { rightOn }),
  });
  const equal = keysOf(where, left, right, { on: by, isOptional: true });
  const [times, candidates] = [keys.left[0]!, keys.right[0]!].map((key) =>
    sortedValues(where, key),
  );
  const matched = equal.left.length
    ? matchKeys(where, equal.left, equal.right)
    : oneKey(left.nRows, right.nRows);
  const find = { direction, tolerance, allowExactMatches };
  const pairs = {
    left: Int32Array.from({ length: left.nRows }, (_, i) => i),
    right: nearestRows(times!, candidates!, matched, find),
  };
  const all = { left: [...keys.left, ...equal.left], right: [...keys.right, ...equal.right] };
  return assemble(left, right, all, pairs, suffixes ? { suffixes } : {});
}

interface Search {
  readonly direction: AsofDirection;
  readonly tolerance: number;
  readonly allowExactMatches: boolean;
}

function nearestRows(
  times: Float64Array,
  candidates: Float64Array,
  { left, right }: Matched,
  { direction, tolerance, allowExactMatches }: Search,
): Int32Array {
  const { rows, starts } = right;
  /** How many of a group's candidates are before the time, or at it as well. */
  const countBefore = (time: number, from: number, to: number, orAt: boolean) => {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = candidates[rows[middle]!]!;
      if (candidate < time || (orAt && candidate === time)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const distance = (time: number, row: number) =>
    row < 0 ? Infinity : Math.abs(time - candidates[row]!);
  return Int32Array.from(left, (group, i) => {
    const time = times[i]!;
    if (group < 0) return -1;
    const [from, to] = [starts[group]!, starts[group + 1]!];
    const before = countBefore(time, from, to, allowExactMatches);
    const after = countBefore(time, from, to, !allowExactMatches);
    const previous = direction !== "forward" && before > from ? rows[before - 1]! : -1;
    const next = direction !== "backward" && after < to ? rows[after]! : -1;
    const row = distance(time, previous) <= distance(time, next) && previous >= 0 ? previous : next;
    return distance(time, row) <= tolerance ? row : -1;
  });
}

function oneKey(nLeft: number, nRight: number): Matched {
  return {
    left: new Int32Array(nLeft),
    right: new Grouping(new Int32Array(nRight), new Int32Array(1)),
  };
}

/** @throws DTypeError unless numbers or dates; ValueError unless sorted and without missing values. */
function sortedValues(where: string, column: AnyColumn): Float64Array {
  if (!(column instanceof Float64Column)) {
    throw new DTypeError(
      `${where}: expected numbers or dates in column "${column.name}", got ${column.type} values`,
    );
  }
  const { values } = column;
  for (let i = 0; i < values.length; i++) {
    const isMissing = Number.isNaN(values[i]);
    if (!isMissing && !(i > 0 && values[i]! < values[i - 1]!)) continue;
    const got = isMissing ? "a missing value" : "a smaller value than before it";
    throw new ValueError(
      `${where}: expected column "${column.name}" sorted and without missing values, got ${got} at row ${i}`,
    );
  }
  return values;
}
