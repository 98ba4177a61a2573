import { describeValue, ShapeError, ValueError } from "@gradus/core";
import { toNumbers, type Values } from "./values";

/** Rows of numbers: nested arrays, or a tensor of two dimensions. */
export type Matrix =
  | ArrayLike<ArrayLike<number>>
  | { readonly shape: readonly number[]; data(): ArrayLike<number> };

/** A matrix as one list, row after row. */
export interface FlatMatrix {
  readonly nRows: number;
  readonly nColumns: number;
  readonly values: readonly number[];
}

/**
 * The matrix as one list.
 *
 * @throws ShapeError for a tensor that has not two dimensions, or rows of different lengths; ValueError if it is
 *   empty or not made of numbers.
 */
export function toMatrix(where: string, name: string, matrix: Matrix): FlatMatrix {
  const flat = flatten(where, name, matrix);
  if (flat.values.length === 0) {
    throw new ValueError(`${where}: expected ${name} to have at least one number, got none`);
  }
  return flat;
}

function flatten(where: string, name: string, matrix: Matrix): FlatMatrix {
  if (typeof matrix !== "object" || matrix === null) {
    throw new ValueError(
      `${where}: expected ${name} to be rows of numbers, got ${describeValue(matrix)}`,
    );
  }
  if ("data" in matrix && typeof matrix.data === "function") {
    const [nRows, nColumns] = matrix.shape;
    if (matrix.shape.length !== 2) {
      throw new ShapeError(
        `${where}: expected ${name} to have two dimensions, got shape (${matrix.shape.join(", ")})`,
      );
    }
    return { nRows: nRows!, nColumns: nColumns!, values: Array.from(matrix.data()) };
  }
  const rows = Array.from(matrix as ArrayLike<Values>, (row, i) =>
    toNumbers(where, `row ${i} of ${name}`, row),
  );
  const nColumns = rows[0]?.length ?? 0;
  const other = rows.findIndex((row) => row.length !== nColumns);
  if (other >= 0) {
    throw new ShapeError(
      `${where}: expected rows of ${nColumns} numbers in ${name}, got ${rows[other]!.length} in row ${other}`,
    );
  }
  return { nRows: rows.length, nColumns, values: rows.flat() };
}
