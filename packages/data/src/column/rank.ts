import { checkOneOf } from "@gradus/core";
import type { AnyColumn } from "./from-values";

/** How values are ranked. */
export interface RankOptions {
  /**
   * The rank of equal values: the mean of their places, the first or the last of them, the place of each by its row, or
   * places without gaps after equal values. Default "average".
   */
  readonly method?: "average" | "min" | "max" | "first" | "dense";
  /** Whether the largest value has rank 1. Default false. */
  readonly descending?: boolean;
  /** Missing values have no rank ("keep"), or the first or last ones. Default "keep". */
  readonly missing?: "keep" | "top" | "bottom";
  /** Whether ranks are shares of the largest possible one. Default false. */
  readonly percent?: boolean;
}

/** The place of each value in the sorted column, from 1. @throws ParameterError for an unknown option. */
export function ranks(where: string, column: AnyColumn, options: RankOptions = {}): Float64Array {
  const { method = "average", descending = false, missing = "keep", percent = false } = options;
  checkOneOf(where, "method", method, ["average", "min", "max", "first", "dense"]);
  checkOneOf(where, "missing", missing, ["keep", "top", "bottom"]);
  const ranked = order(column, descending, missing);
  const result = new Float64Array(column.length).fill(Number.NaN);
  let nGroups = 0;
  for (let start = 0, end = 0; start < ranked.length; start = end) {
    end = start + 1;
    while (end < ranked.length && areEqual(column, ranked[start]!, ranked[end]!)) end++;
    nGroups++;
    for (let k = start; k < end; k++) {
      result[ranked[k]!] = method === "first" ? k + 1 : tied(method, start, end, nGroups);
    }
  }
  const most = method === "dense" ? nGroups : ranked.length;
  return percent ? result.map((rank) => rank / most) : result;
}

function tied(method: string, start: number, end: number, nGroups: number): number {
  if (method === "dense") return nGroups;
  if (method === "min") return start + 1;
  return method === "max" ? end : (start + 1 + end) / 2;
}

/** The rows that have a rank, in its order. */
function order(column: AnyColumn, descending: boolean, missing: string): Uint32Array {
  const rows = Uint32Array.from({ length: column.length }, (_, i) => i);
  const sign = descending ? -1 : 1;
  const present = rows
    .filter((i) => !column.isMissing(i))
    .sort((i, j) => sign * column.compare(i, j) || i - j);
  if (missing === "keep") return present;
  const gaps = rows.filter((i) => column.isMissing(i));
  rows.set(missing === "top" ? gaps : present);
  rows.set(missing === "top" ? present : gaps, missing === "top" ? gaps.length : present.length);
  return rows;
}

function areEqual(column: AnyColumn, i: number, j: number): boolean {
  const [a, b] = [column.isMissing(i), column.isMissing(j)];
  // The difference of two infinities is NaN, and they are equal.
  return a || b ? a && b : !column.compare(i, j);
}
