import { OutOfRangeError, ShapeError } from "@gradus/core";
import { checkShape, type Shape, shapeText } from "../shape";

/** Row or column numbers. @throws OutOfRangeError for one outside. */
export function places(where: string, list: ArrayLike<number>, length: number): Int32Array {
  const result = new Int32Array(list.length);
  for (let k = 0; k < list.length; k++) {
    const place = list[k]!;
    if (!Number.isInteger(place) || place < 0 || place >= length) {
      throw new OutOfRangeError(
        `${where}: expected places from 0 to ${length - 1}, got ${place} at ${k}`,
      );
    }
    result[k] = place;
  }
  return result;
}

/** Each axis by itself: the zeros of a large matrix take no memory. @throws ShapeError, ParameterError, OutOfMemoryError. */
export function checkAxes(where: string, shape: Shape): [nRows: number, nColumns: number] {
  if (shape.length !== 2) {
    throw new ShapeError(`${where}: expected a shape of two axes, got ${shapeText(shape)}`);
  }
  for (const length of shape) checkShape(where, length);
  return [shape[0]!, shape[1]!];
}

/** @throws OutOfRangeError unless the starts ascend, and the columns within each row. */
export function checkRows(
  where: string,
  starts: Int32Array,
  columns: Int32Array,
  nColumns: number,
): void {
  const nRows = starts.length - 1;
  if (starts[0] !== 0 || starts[nRows] !== columns.length) {
    throw new OutOfRangeError(
      `${where}: expected starts from 0 to ${columns.length}, got ${starts[0]} to ${starts[nRows]}`,
    );
  }
  for (let i = 0; i < nRows; i++) {
    if (starts[i + 1]! < starts[i]!) {
      throw new OutOfRangeError(`${where}: expected starts that ascend, got less at ${i + 1}`);
    }
    let before = -1;
    for (let p = starts[i]!; p < starts[i + 1]!; p++) {
      const column = columns[p]!;
      if (column <= before || column >= nColumns) {
        throw new OutOfRangeError(
          `${where}: expected columns that ascend within row ${i} and are below ${nColumns}, got ${column}`,
        );
      }
      before = column;
    }
  }
}
