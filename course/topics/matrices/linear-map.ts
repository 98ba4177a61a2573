// Linear maps of the plane, for the figures.
import type { Point } from "@gradus/course-kit";
import { add, numberText, scale } from "../../figures/plane";

/** A 2×2 matrix by its columns: where (1, 0) and (0, 1) land. */
export type Columns = readonly [first: Point, second: Point];

/** x times the first column plus y times the second. */
export const apply = ([first, second]: Columns, [x, y]: Point): Point =>
  add(scale(x, first), scale(y, second));

/** The matrix that does `right` first, then `left`. */
export const product = (left: Columns, right: Columns): Columns => [
  apply(left, right[0]),
  apply(left, right[1]),
];

export const determinant = ([[a, c], [b, d]]: Columns): number => a * d - b * c;

/** 0 if both columns are zero, 1 if they lie on one line, else 2. */
export function rank(map: Columns): 0 | 1 | 2 {
  if (map.flat().every((entry) => Math.abs(entry) < 1e-9)) return 0;
  return Math.abs(determinant(map)) < 1e-9 ? 1 : 2;
}

/** Turns counterclockwise. */
export function rotation(degrees: number): Columns {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    [cos, sin],
    [-sin, cos],
  ];
}

const REACH = 14;

/** The lines x = −14, …, 14 and y = −14, …, 14, moved. */
export function movedGrid(map: Columns): (readonly [Point, Point])[] {
  const places = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
  const segment = (from: Point, to: Point) => [apply(map, from), apply(map, to)] as const;
  return places.flatMap((at) => [
    segment([at, -REACH], [at, REACH]),
    segment([-REACH, at], [REACH, at]),
  ]);
}

/** The corners of the unit square, in order. */
export const unitSquare: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/** The outline of an F within the unit square. */
export const letterF: readonly Point[] = [
  [0.25, 0.12],
  [0.25, 0.88],
  [0.8, 0.88],
  [0.8, 0.72],
  [0.43, 0.72],
  [0.43, 0.58],
  [0.7, 0.58],
  [0.7, 0.42],
  [0.43, 0.42],
  [0.43, 0.12],
];

/** The same outline with its first point at the end as well. */
export const closed = (points: readonly Point[]): Point[] => [...points, points[0]!];

/** A matrix in one line, row by row: `[3  −1], [1  1]`. */
export function matrixText([[a, c], [b, d]]: Columns): string {
  return `[${numberText(a)}, ${numberText(b)}], [${numberText(c)}, ${numberText(d)}]`;
}
