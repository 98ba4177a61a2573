import { checkInteger, checkOneOf } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { sortOrder } from "../frame/sort";

/** Which of rows with equal values are taken at the border: the first, the last, or all of them. */
export type KeepTies = "first" | "last" | "all";

/** The rows with the n largest (or smallest) values, the extreme ones first; missing values come last. */
export function extremeRows(
  where: string,
  columns: readonly AnyColumn[],
  nRows: number,
  n: number,
  { descending, keep = "first" }: { readonly descending: boolean; readonly keep?: KeepTies },
): Int32Array {
  checkInteger(where, "n", n);
  checkOneOf(where, "keep", keep, ["first", "last", "all"]);
  if (keep === "last") {
    const reversed = Int32Array.from({ length: nRows }, (_, i) => nRows - 1 - i);
    const turned = columns.map((column) => column.takeUnchecked(reversed) as AnyColumn);
    const order = sortOrder(turned, nRows, descending).subarray(0, n);
    return Int32Array.from(order, (i) => reversed[i]!);
  }
  const order = sortOrder(columns, nRows, descending);
  let end = Math.min(n, nRows);
  const ties = (i: number, j: number) => columns.every((column) => !column.compare(i, j));
  while (keep === "all" && end > 0 && end < nRows && ties(order[end - 1]!, order[end]!)) end++;
  return Int32Array.from(order.subarray(0, end));
}
