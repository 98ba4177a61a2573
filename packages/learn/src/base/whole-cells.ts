import { placeTable, type Tensor, type TypedArray } from "@gradus/tensor";
import type { CellColumn } from "./cells";

/**
 * Each column has so many places, one for each whole number from 0 on. Not a power of two: the columns' rows of a table
 * would lie in the same lines of a processor's cache.
 */
const PLACES = 1_000;

/** A table of whole numbers from 0 up to some limit. */
export interface WholeCells {
  readonly columns: readonly CellColumn[];
  /**
   * The numbers of the cells, float64, shape (nRows, nColumns).
   *
   * @param numbers for each column those of its different values
   */
  encode(numbers: readonly Float64Array[]): Tensor;
}

/** Reads such a table by one kernel, as it lies; gives nothing for numbers of other kinds. */
export function readWholeCells(X: Tensor): WholeCells | undefined {
  const table = placeTable(X, PLACES);
  if (table === undefined) return undefined;
  let data: TypedArray | undefined;
  const cells = () => {
    data ??= X.data();
    return data;
  };
  const [nRows, nColumns] = X.shape as [number, number];
  const columns = Array.from({ length: nColumns }, (_, j) => {
    const found = table.found.subarray(j * PLACES, (j + 1) * PLACES);
    const values: number[] = [];
    for (let at = found.indexOf(1); at >= 0; at = found.indexOf(1, at + 1)) values.push(at);
    return new WholeColumn(values, () => codesOf(cells(), j, nRows, nColumns, values));
  });
  return {
    columns,
    encode(numbers) {
      const numberOf = new Float64Array(nColumns * PLACES);
      for (const [j, { values }] of columns.entries()) {
        values.forEach((value, code) => {
          numberOf[j * PLACES + value] = numbers[j]![code]!;
        });
      }
      return table.lookUp(numberOf);
    },
  };
}

/** A column of such a table: its cells are coded when they are asked for. */
class WholeColumn implements CellColumn {
  /** By size. */
  readonly values: readonly number[];
  readonly #read: () => Int32Array;
  #codes: Int32Array | undefined;

  constructor(values: readonly number[], read: () => Int32Array) {
    this.values = values;
    this.#read = read;
  }

  get codes(): Int32Array {
    this.#codes ??= this.#read();
    return this.#codes;
  }
}

function codesOf(
  cells: TypedArray,
  column: number,
  nRows: number,
  nColumns: number,
  values: readonly number[],
): Int32Array {
  const codeOf = new Int32Array(PLACES);
  values.forEach((value, code) => {
    codeOf[value] = code;
  });
  const codes = new Int32Array(nRows);
  for (let i = 0, at = column; i < nRows; i++, at += nColumns) codes[i] = codeOf[cells[at]!]!;
  return codes;
}
