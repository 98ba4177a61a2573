import { SparseTensor, type Tensor } from "@gradus/tensor";

/** What a function makes of each row's places and values other than 0. */
export function rowsOfEntries<T>(
  X: Tensor | SparseTensor,
  make: (columns: Int32Array, values: Float64Array, row: number) => T,
): T[] {
  const sparse = X instanceof SparseTensor ? X : SparseTensor.fromDense(X);
  const { rowStarts, columnIndices } = sparse;
  const values = sparse.values as Float64Array;
  return Array.from({ length: sparse.shape[0]! }, (_, row) => {
    const [from, to] = [rowStarts[row]!, rowStarts[row + 1]!];
    let columns = columnIndices.subarray(from, to);
    let own = values.subarray(from, to);
    if (own.includes(0)) {
      columns = columns.filter((_, p) => own[p] !== 0);
      own = own.filter((value) => value !== 0);
    }
    return make(columns, own, row);
  });
}
