import { Float64Column } from "../column/float64-column";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";

/**
 * The order that sorts rows by the columns, the first deciding first. Stable; missing values stand
 * last whichever way the order goes.
 *
 * A radix sort of the numbers' bits, from the last column to the first: for a million rows several times
 * faster than comparisons.
 *
 * @param descending for all columns, or for each of them
 */
export function sortOrder(
  columns: readonly AnyColumn[],
  nRows: number,
  descending: boolean | readonly boolean[] = false,
): Uint32Array {
  let order = Uint32Array.from({ length: nRows }, (_, i) => i);
  for (let k = columns.length - 1; k >= 0; k--) {
    const isDescending = typeof descending === "boolean" ? descending : descending[k]!;
    const { low, high } = sortableBits(ranked(columns[k]!), isDescending);
    for (const bits of [low, high]) {
      for (const shift of [0, 11, 22]) order = byDigit(order, bits, shift);
    }
  }
  return order;
}

/** The two halves of numbers' bits, changed so that their order as whole numbers is the numbers' own, NaN last. */
function sortableBits(values: Float64Array, descending: boolean) {
  const n = values.length;
  const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  const flip = descending ? -1 : 0;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      low[i] = high[i] = 0xffffffff;
      continue;
    }
    const isZero = value === 0; // −0 is 0
    const upper = isZero ? 0 : bits[2 * i + 1]! | 0;
    const lower = isZero ? 0 : bits[2 * i]!;
    // Negative numbers in reverse, positive ones above them.
    const sign = upper >> 31;
    low[i] = lower ^ sign ^ flip;
    high[i] = upper ^ (sign | 0x80000000) ^ flip;
  }
  return { low, high };
}

/** The order sorted by eleven bits of each row's number, rows with the same ones left as they stand. */
function byDigit(order: Uint32Array, bits: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(2049);
  for (let i = 0; i < bits.length; i++) starts[((bits[i]! >>> shift) & 2047) + 1]!++;
  if (starts.includes(bits.length, 1)) return order as Uint32Array<ArrayBuffer>;
  for (let digit = 0; digit < 2048; digit++) starts[digit + 1]! += starts[digit]!;
  const sorted = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    sorted[starts[(bits[row]! >>> shift) & 2047]!++] = row;
  }
  return sorted;
}

/** Numbers in the order of the column's values, NaN for missing ones. */
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
