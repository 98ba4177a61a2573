import { type AnyColumn, type DataFrame, isColumn, isDataFrame } from "@gradus/data";
import { isTensor, SparseTensor, type Tensor } from "@gradus/tensor";

/** What can be split by rows. */
export type Splittable =
  | Tensor
  | SparseTensor
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
    value instanceof SparseTensor ||
    isColumn(value) ||
    isDataFrame(value) ||
    (isTensor(value) && value.ndim > 0)
  );
}

/** The number of rows. */
export function rowsOf(array: Splittable): number {
  if (isDataFrame(array)) return array.nRows;
  return isTensor(array) || array instanceof SparseTensor ? array.shape[0]! : array.length;
}

/** Some of the rows, in the order given, as what they came in. */
export function takeRows<T>(array: T, rows: Int32Array): T;
export function takeRows(array: unknown, rows: Int32Array): unknown {
  if (isTensor(array)) return array.take(rows, 0);
  if (array instanceof SparseTensor) return takeSparse(array, rows);
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

function takeSparse(matrix: SparseTensor, rows: Int32Array): SparseTensor {
  const { rowStarts, columnIndices, values } = matrix;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = starts[i]! + rowStarts[row + 1]! - rowStarts[row]!;
  });
  const columns = new Int32Array(starts.at(-1)!);
  const taken =
    values instanceof Float32Array
      ? new Float32Array(columns.length)
      : new Float64Array(columns.length);
  rows.forEach((row, i) => {
    const [from, to] = [rowStarts[row]!, rowStarts[row + 1]!];
    columns.set(columnIndices.subarray(from, to), starts[i]!);
    taken.set(values.subarray(from, to), starts[i]!);
  });
  return SparseTensor.fromRows(starts, columns, taken, [rows.length, matrix.shape[1]!]);
}
