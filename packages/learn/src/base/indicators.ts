import { fromWriter, SparseTensor, type Tensor } from "@gradus/tensor";

/** Columns of zeros and ones: for each row the columns of its ones, −1 for none. */
export interface Indicators {
  /** One list a feature, one column a row. */
  readonly columns: readonly Int32Array[];
  readonly nRows: number;
  readonly nColumns: number;
}

/** What comes out with or without the option `sparseOutput`. */
export type MaybeSparse<Sparse extends boolean> = Sparse extends true ? SparseTensor : Tensor;

/** The zeros and ones as a matrix. */
export function indicatorMatrix<Sparse extends boolean>(
  { columns, nRows, nColumns }: Indicators,
  sparse: Sparse,
): MaybeSparse<Sparse> {
  return (
    sparse
      ? sparseIndicators(columns, nRows, nColumns)
      : fromWriter([nRows, nColumns], "float64", (out) => {
          // Row by row: the ones of a row are near each other, those of a column far apart.
          for (let i = 0, from = 0; i < nRows; i++, from += nColumns) {
            for (let k = 0; k < columns.length; k++) {
              const j = columns[k]![i]!;
              if (j >= 0) out[from + j] = 1;
            }
          }
        })
  ) as MaybeSparse<Sparse>;
}

function sparseIndicators(columns: readonly Int32Array[], nRows: number, nColumns: number) {
  const starts = new Int32Array(nRows + 1);
  const places = new Int32Array(nRows * columns.length);
  let n = 0;
  for (let i = 0; i < nRows; i++) {
    for (let j = 0; j < columns.length; j++) {
      const place = columns[j]![i]!;
      if (place >= 0) places[n++] = place;
    }
    starts[i + 1] = n;
  }
  const ones = new Float64Array(n).fill(1);
  return SparseTensor.fromRows(starts, places.subarray(0, n), ones, [nRows, nColumns]);
}
