import { SparseTensor } from "@gradus/tensor";

/** A column whose mean has more than this share of its sum of squares has hardly a zero, and is centred itself. */
const LARGEST_MEAN_SHARE = 0.9;

/** What is to be taken from a sparse matrix whose rows are scaled by the roots of their weights. */
export interface Centering {
  /** The weighted mean of each column. */
  readonly mean: Float64Array;
  /** The roots of the weights; 1 each if absent. */
  readonly roots: Float64Array | undefined;
  /** The sum of the weights. */
  readonly total: number;
}

/**
 * A sparse matrix in which the means are taken out of columns that lie far from 0, and the means that are left. Such a
 * column has more than nine tenths of its entries, so that the new matrix is hardly larger.
 */
export function centredFullColumns(
  X: SparseTensor,
  centering: Centering,
): { readonly X: SparseTensor; readonly mean: Float64Array } {
  const { mean } = centering;
  const squares = new Float64Array(mean.length);
  X.withEntries(({ columnIndices, values }) => {
    for (let p = 0; p < values.length; p++) squares[columnIndices[p]!]! += values[p]! ** 2;
  });
  const isFar = (j: number) =>
    centering.total * mean[j]! ** 2 > LARGEST_MEAN_SHARE * squares[j]! && squares[j]! > 0;
  const full = Int32Array.from([...mean.keys()].filter(isFar));
  if (full.length === 0) return { X, mean };
  const left = mean.slice();
  for (const j of full) left[j] = 0;
  return { X: withFull(X, full, centering), mean: left };
}

/** The matrix with every entry of the columns `full`, less their means. */
function withFull(X: SparseTensor, full: Int32Array, { mean, roots }: Centering): SparseTensor {
  const [nRows] = X.shape as [number, number];
  return X.withEntries(({ rowStarts, columnIndices, values }) => {
    const most = columnIndices.length + nRows * full.length;
    const starts = new Int32Array(nRows + 1);
    const columns = new Int32Array(most);
    const entries = new Float64Array(most);
    let n = 0;
    for (let i = 0; i < nRows; i++) {
      const root = roots ? roots[i]! : 1;
      const end = rowStarts[i + 1]!;
      let p = rowStarts[i]!;
      for (const j of full) {
        for (; p < end && columnIndices[p]! < j; p++) {
          columns[n] = columnIndices[p]!;
          entries[n++] = values[p]!;
        }
        const own = p < end && columnIndices[p] === j ? values[p++]! : 0;
        columns[n] = j;
        // The difference of x and its mean first, which is exact where they are close.
        entries[n++] = root === 0 ? 0 : root * (own / root - mean[j]!);
      }
      for (; p < end; p++) {
        columns[n] = columnIndices[p]!;
        entries[n++] = values[p]!;
      }
      starts[i + 1] = n;
    }
    return SparseTensor.fromRows(starts, columns.subarray(0, n), entries.slice(0, n), X.shape);
  });
}
