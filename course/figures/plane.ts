// Points and arrows of the plane, for the figures of every topic.
import type { Point } from "@gradus/course-kit";

export const add = ([a, b]: Point, [c, d]: Point): Point => [a + c, b + d];
export const scale = (s: number, [a, b]: Point): Point => [s * a, s * b];
export const dot = ([a, b]: Point, [c, d]: Point): number => a * c + b * d;
export const length = (v: Point): number => Math.hypot(v[0], v[1]);

/** The point of the line through u that is nearest to v; the origin if u is zero. */
export function project(v: Point, u: Point): Point {
  const square = dot(u, u);
  return square === 0 ? [0, 0] : scale(dot(u, v) / square, u);
}

/** An arrow from one point to another: its shaft and the two strokes of its head, `longest` units or less. */
export function arrow(from: Point, to: Point, longest = 0.3): (readonly [Point, Point])[] {
  const along: Point = [to[0] - from[0], to[1] - from[1]];
  const size = length(along);
  if (size < 1e-9) return [];
  const head = scale(Math.min(longest, size / 3) / size, along);
  const [x, y] = head;
  const left: Point = [to[0] - x - y / 2, to[1] - y + x / 2];
  const right: Point = [to[0] - x + y / 2, to[1] - y - x / 2];
  return [
    [from, to],
    [to, left],
    [to, right],
  ];
}

/** The two axes through the origin. */
export const axes: readonly (readonly [Point, Point])[] = [
  [
    [-12, 0],
    [12, 0],
  ],
  [
    [0, -12],
    [0, 12],
  ],
];

/** A point for people: `(1.5, −2)`. */
export function pointText([x, y]: Point): string {
  return `(${numberText(x)}, ${numberText(y)})`;
}

/** At most two decimals, with a real minus. */
export function numberText(value: number): string {
  return (Math.round(value * 100) / 100 || 0).toString().replace("-", "−");
}
