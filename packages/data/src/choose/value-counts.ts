import type { AnyColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import { groupRows } from "../group/grouping";

/** How values are counted. */
export interface ValueCountOptions {
  /** Shares of all counted rows, in a column `proportion`, instead of counts. Default false. */
  readonly normalize?: boolean;
  /** The most frequent first, else by first appearance. Default true. */
  readonly sort?: boolean;
  /** With `sort`, the rarest first. Default false. */
  readonly ascending?: boolean;
  /** Whether rows with a missing value are left out. Default true. */
  readonly dropMissing?: boolean;
}

/** The different values of the columns, or combinations of them, and how often each occurs. */
export function countColumns(
  columns: readonly AnyColumn[],
  { normalize = false, sort = true, ascending = false, dropMissing = true }: ValueCountOptions,
): AnyColumn[] {
  const grouping = groupRows(columns, { dropMissing });
  const counts = Float64Array.from(grouping.sizes());
  const order = Uint32Array.from(counts, (_, group) => group);
  const sign = ascending ? 1 : -1;
  if (sort) order.sort((a, b) => sign * (counts[a]! - counts[b]!) || a - b);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rows = Int32Array.from(order, (group) => grouping.firstRows[group]!);
  const counted = Float64Array.from(order, (group) => counts[group]!);
  return [
    ...columns.map((column) => column.takeUnchecked(rows) as AnyColumn),
    normalize
      ? new NumberColumn(
          "proportion",
          counted.map((count) => count / total),
        )
      : new IntegerColumn("count", counted),
  ];
}
