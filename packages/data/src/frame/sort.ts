import type { AnyColumn } from "../column/from-values";

/**
 * The order that sorts rows by the columns, the first deciding first. Stable; missing values stand
 * last whichever way the order goes.
 */
export function sortOrder(
  columns: readonly AnyColumn[],
  nRows: number,
  descending: boolean,
): Uint32Array {
  const order = Uint32Array.from({ length: nRows }, (_, i) => i);
  const sign = descending ? -1 : 1;
  return order.sort((i, j) => {
    for (const column of columns) {
      const missing = Number(column.isMissing(i)) - Number(column.isMissing(j));
      if (missing !== 0) return missing;
      if (column.isMissing(i)) continue;
      const difference = column.compare(i, j);
      // ∞ − ∞ is NaN, and equal.
      if (difference) return sign * difference;
    }
    return i - j;
  });
}
