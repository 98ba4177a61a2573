import { type Tensor, tensor } from "@gradus/tensor";
import type { AnyColumn } from "../column/from-values";
import { toNumbers } from "../to-numbers";

/** The floating types that a table can be turned into. */
export type FloatDType = "float64" | "float32";

/** The columns side by side as a tensor of shape (nRows, nColumns). */
export function columnsToTensor(
  where: string,
  columns: readonly AnyColumn[],
  nRows: number,
  dtype: FloatDType,
): Tensor {
  const nColumns = columns.length;
  const data = dtype === "float32" ? Float32Array : Float64Array;
  const flat = new data(nRows * nColumns); // row-major
  columns.forEach((column, j) => {
    const numbers = toNumbers(where, column);
    for (let i = 0; i < nRows; i++) flat[i * nColumns + j] = numbers[i]!;
  });
  return tensor(flat, { shape: [nRows, nColumns] });
}
