// What the figures compute: a robot arm with two joints, and a landscape with its curvatures.
import type { Point } from "@gradus/course-kit";

export const UPPER = 3;
export const FORE = 2;

/** A pose: the angles of shoulder and elbow in radians. */
export type Pose = readonly [shoulder: number, elbow: number];
/** [[∂x/∂a, ∂x/∂b], [∂y/∂a, ∂y/∂b]] */
export type Matrix = readonly [Point, Point];

export function elbowOf([a]: Pose): Point {
  return [UPPER * Math.cos(a), UPPER * Math.sin(a)];
}

export function handOf([a, b]: Pose): Point {
  const [x, y] = elbowOf([a, b]);
  return [x + FORE * Math.cos(a + b), y + FORE * Math.sin(a + b)];
}

export function armJacobian([a, b]: Pose): Matrix {
  const [x, y] = handOf([a, b]);
  return [
    [-y, -FORE * Math.sin(a + b)],
    [x, FORE * Math.cos(a + b)],
  ];
}

export const determinant = ([[a, b], [c, d]]: Matrix): number => a * d - b * c;

export const times = ([[a, b], [c, d]]: Matrix, [x, y]: Point): Point => [
  a * x + b * y,
  c * x + d * y,
];

export function solve(M: Matrix, [x, y]: Point): Point {
  const [[a, b], [c, d]] = M;
  const det = determinant(M);
  return [(d * x - b * y) / det, (a * y - c * x) / det];
}

export const minus = ([a, b]: Point, [c, d]: Point): Point => [a - c, b - d];

/** x³ − 3x + xy²: a minimum, a maximum and two saddles. */
export const landscape = ([x, y]: Point): number => x ** 3 - 3 * x + x * y * y;
export const slopeAt = ([x, y]: Point): Point => [3 * x * x - 3 + y * y, 2 * x * y];
export const hessianAt = ([x, y]: Point): Matrix => [
  [6 * x, 2 * y],
  [2 * y, 2 * x],
];

/** A curvature and the direction of length 1 in which it is found. */
export interface Principal {
  readonly curvature: number;
  readonly direction: Point;
}

/** Eigenvalues and eigenvectors of a symmetric matrix, the larger one first. */
export function principals([[a, b], [, d]]: Matrix): readonly [Principal, Principal] {
  const angle = Math.atan2(2 * b, a - d) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = (a + d) / 2;
  const radius = Math.hypot((a - d) / 2, b);
  return [
    { curvature: middle + radius, direction: [cos, sin] },
    { curvature: middle - radius, direction: [-sin, cos] },
  ];
}
