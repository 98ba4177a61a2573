import { Float64Column } from "../column/float64-column";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";

/**
 * The order that sorts rows by the columns, the first deciding first. Stable; missing values stand
 * last whichever way the order goes.
 *
 * @param descending for all columns, or for each of them
 */
export function sortOrder(
  columns: readonly AnyColumn[],
  nRows: number,
  descending: boolean | readonly boolean[] = false,
): Uint32Array {
  const ranks = columns.map(ranked);
  const signs = columns.map((_, k) =>
    (typeof descending === "boolean" ? descending : descending[k]) ? -1 : 1,
  );
  const order = Uint32Array.from({ length: nRows }, (_, i) => i);
  if (ranks.length === 1) return sortByOne(order, ranks[0]!, signs[0]!);
  return order.sort((i, j) => {
    for (let k = 0; k < ranks.length; k++) {
      const difference = compare(ranks[k]!, i, j, signs[k]!);
      if (difference !== 0) return difference;
    }
    return i - j;
  });
}

function sortByOne(order: Uint32Array, values: Float64Array, sign: number): Uint32Array {
  return order.sort((i, j) => compare(values, i, j, sign) || i - j);
}

/** By value, NaN last. */
function compare(values: Float64Array, i: number, j: number, sign: number): number {
  const a = values[i]!;
  const b = values[j]!;
  if (a < b) return -sign;
  if (a > b) return sign;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** Numbers in the order of the column's values, NaN for missing ones: comparing them is faster than comparing cells. */
function ranked(column: AnyColumn): Float64Array {
  if (column instanceof Float64Column) return column.values;
  if (column instanceof StringColumn) return rankedStrings(column);
  return Float64Array.from(column.codes, (code, i) => (column.isMissing(i) ? Number.NaN : code));
}

function rankedStrings(column: StringColumn): Float64Array {
  const { codes, firstRows } = column.factorize();
  const byText = Array.from(firstRows, (_, code) => code).sort((a, b) =>
    column.compare(firstRows[a]!, firstRows[b]!),
  );
  const ranks = new Float64Array(byText.length);
  byText.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : ranks[code]!));
}
