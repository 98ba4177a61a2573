import { ParameterError, ShapeError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";

/** One point of d numbers, or several, one a row. */
export type Points = readonly number[] | Float64Array | readonly (readonly number[])[] | Tensor;

/** A number for one point, an array for several. */
export type PointValues<X extends Points> = X extends readonly number[] | Float64Array
  ? number
  : X extends Tensor
    ? number | Float64Array
    : Float64Array;

/** Applies a function to every point. @throws ShapeError unless each has d numbers. */
export function mapPoints<X extends Points>(
  where: string,
  x: X,
  d: number,
  f: (point: Float64Array) => number,
): PointValues<X> {
  const { rows, isOne } = readPoints(where, x, d);
  const values = Float64Array.from(rows, f);
  return (isOne ? values[0]! : values) as PointValues<X>;
}

/** The points, row by row. @throws ShapeError unless each has d numbers. */
export function readPoints(
  where: string,
  x: Points,
  d?: number,
): { readonly rows: Float64Array[]; readonly isOne: boolean } {
  const list = (isTensor(x) ? x.toArray() : x) as number | ArrayLike<number> | number[][];
  if (typeof list === "number") throw new ShapeError(`${where}: expected a point, got a number`);
  const isOne = ArrayBuffer.isView(list) || typeof (list as number[])[0] === "number";
  const rows = (isOne ? [list as number[]] : (list as number[][])).map((row) =>
    Float64Array.from(row),
  );
  const length = d ?? rows[0]?.length ?? 0;
  const bad = rows.find((row) => row.length !== length);
  if (bad) {
    throw new ShapeError(
      `${where}: expected points of ${length} numbers, got one of ${bad.length}`,
    );
  }
  return { rows, isOne };
}

/** A list of parameters. @throws ParameterError unless there is at least one and each is as it must be. */
export function checkList(
  where: string,
  name: string,
  list: readonly number[] | Float64Array,
  expected: string,
  holds: (value: number) => boolean,
): Float64Array {
  const values = Float64Array.from(list);
  const bad = values.findIndex((value) => !holds(value));
  if (values.length === 0 || bad >= 0) {
    const got = bad >= 0 ? `${values[bad]} at ${bad}` : "none";
    throw new ParameterError(`${where}: ${name} must hold ${expected}, got ${got}`);
  }
  return values;
}
