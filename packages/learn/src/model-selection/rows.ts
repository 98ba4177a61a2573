import { type AnyColumn, type DataFrame, isColumn, isDataFrame } from "@gradus/data";
import { isTensor, type Tensor } from "@gradus/tensor";

/** What can be split by rows. */
export type Splittable =
  | Tensor
  | DataFrame
  | AnyColumn
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint8Array
  | readonly unknown[];

/** Whether a value has rows that can be chosen. */
export function isSplittable(value: unknown): value is Splittable {
  return (
    Array.isArray(value) ||
    (ArrayBuffer.isView(value) && !(value instanceof DataView)) ||
    isColumn(value) ||
    isDataFrame(value) ||
    (isTensor(value) && value.ndim > 0)
  );
}

/** The number of rows. */
export function rowsOf(array: Splittable): number {
  if (isDataFrame(array)) return array.nRows;
  return isTensor(array) ? array.shape[0]! : array.length;
}

/** Some of the rows, in the order given, as what they came in. */
export function takeRows<T>(array: T, rows: Int32Array): T;
export function takeRows(array: unknown, rows: Int32Array): unknown {
  if (isTensor(array)) return array.take(rows, 0);
  if (isDataFrame(array) || isColumn(array)) return array.take(rows);
  if (Array.isArray(array)) return Array.from(rows, (row) => array[row]);
  return takeTyped(array as Float64Array, rows);
}

/** A typed array of the same kind. */
function takeTyped(array: Float64Array, rows: Int32Array): Float64Array {
  const taken = array.slice(0, rows.length);
  rows.forEach((row, i) => {
    taken[i] = array[row]!;
  });
  return taken;
}
