import { checkInteger, DTypeError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { isFloating } from "../dtype";
import { addressOf, contiguous, emptyTensor, tensorFrom } from "../factory";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";

/** What {@link placeTable} gives. */
export interface PlaceTable {
  /** 1 at j·limit + v if column j has the number v, else 0. */
  readonly found: Uint8Array;
  /**
   * Each element's number in a table.
   *
   * @param values for column j and number v at j·limit + v
   * @returns float64, of x's shape
   * @throws ShapeError for a table of another length.
   */
  lookUp(values: Float64Array): Tensor;
}

/**
 * A matrix of whole numbers from 0 up to `limit` as places in a table with a row of `limit` entries for each column:
 * what is known of each number of each column is looked up there. Undefined if x has any other element, NaN too.
 *
 * @param x floating, shape (n, k)
 * @throws ShapeError unless x is a matrix with rows and columns; DTypeError unless it is floating; ParameterError for a
 *   limit that is no integer >= 1.
 * @example
 * ```ts
 * const table = placeTable(tensor([[2, 0], [1, 0]]), 3)!;
 * table.found; // Uint8Array(6) [0, 1, 1, 1, 0, 0]
 * table.lookUp(Float64Array.of(0, 10, 20, 7, 0, 0)).toArray(); // [[20, 7], [10, 7]]
 * ```
 */
export function placeTable(x: Tensor, limit: number): PlaceTable | undefined {
  checkInteger("placeTable", "limit", limit, 1);
  if (x.ndim !== 2 || x.size === 0) {
    throw new ShapeError(
      `placeTable: expected a matrix with rows and columns, got shape ${shapeText(x.shape)}`,
    );
  }
  if (!isFloating(x.dtype)) {
    throw new DTypeError(`placeTable: expected a floating tensor, got ${x.dtype}`);
  }
  const [rows, columns] = x.shape as [number, number];
  const source = contiguous(x);
  const memory = heap();
  memory.begin();
  const places = emptyTensor("placeTable", x.shape, "int32");
  const length = columns * limit;
  const found = memory.scratch(length, "placeTable");
  memory.u8.fill(0, found, found + length);
  const [from, to] = [addressOf(source), addressOf(places)];
  const double = x.dtype === "float64";
  const isWhole = memory.kernels.wholePlaces(double, rows, columns, limit, from, to, found);
  if (!isWhole) {
    memory.release(places.storage, "placeTable: the places of a matrix that has none");
    return undefined;
  }
  return {
    found: memory.u8.slice(found, found + length),
    lookUp: (values) => lookUp(places, length, values),
  };
}

function lookUp(places: Tensor, length: number, values: Float64Array): Tensor {
  if (values.length !== length) {
    throw new ShapeError(`placeTable: expected a table of ${length} numbers, got ${values.length}`);
  }
  const table = tensorFrom(values, [length], "float64");
  const memory = heap();
  memory.begin();
  const out = emptyTensor("placeTable", places.shape, "float64");
  const [list, from, to] = [addressOf(places), addressOf(table), addressOf(out)];
  memory.kernels.takePlaces(8, 1, length, 1, places.size, list, from, to);
  return out;
}
