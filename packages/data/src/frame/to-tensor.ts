import { ShapeError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
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

/** The columns of a matrix as columns of numbers. */
export function columnsOfTensor(
  where: string,
  matrix: Tensor,
  names: readonly string[],
): NumberColumn[] {
  const [nRows, nColumns] = matrix.shape;
  if (matrix.ndim !== 2 || nColumns !== names.length) {
    throw new ShapeError(
      `${where}: expected a tensor of shape (nRows, ${names.length}), one column a name, got (${matrix.shape.join(", ")})`,
    );
  }
  const flat = matrix.data();
  return names.map(
    (name, j) =>
      new NumberColumn(
        name,
        Float64Array.from({ length: nRows! }, (_, i) => flat[i * names.length + j]!),
      ),
  );
}
