// A bowl over a convex set, for the figure: projection, gradient, multipliers.
import type { Point } from "@gradus/course-kit";
import { scale } from "../../figures/plane";

/** One side of a set: value(p) <= 0 inside, and the direction in which the value grows. */
export interface Side {
  readonly name: string;
  value(p: Point): number;
  normal(p: Point): Point;
}

export interface ConvexSet {
  readonly sides: readonly Side[];
  readonly outline: readonly Point[];
  project(p: Point): Point;
}

const RADIUS = 1.6;
const WIDTH = 2.2;
const HEIGHT = 1.4;
const BUDGET = 2.4;

const left: Side = { name: "x ≥ 0", value: ([x]) => -x, normal: () => [-1, 0] };
const bottom: Side = { name: "y ≥ 0", value: ([, y]) => -y, normal: () => [0, -1] };

export const sets: Readonly<Record<string, ConvexSet>> = {
  "a box": {
    sides: [
      left,
      bottom,
      { name: `x ≤ ${WIDTH}`, value: ([x]) => x - WIDTH, normal: () => [1, 0] },
      { name: `y ≤ ${HEIGHT}`, value: ([, y]) => y - HEIGHT, normal: () => [0, 1] },
    ],
    outline: [
      [0, 0],
      [WIDTH, 0],
      [WIDTH, HEIGHT],
      [0, HEIGHT],
    ],
    project: ([x, y]) => [clip(x, WIDTH), clip(y, HEIGHT)],
  },
  "a ball": {
    sides: [
      {
        name: "distance ≤ 1.6",
        value: (p) => Math.hypot(...p) - RADIUS,
        normal: (p) => scale(1 / Math.hypot(...p), p),
      },
    ],
    outline: Array.from({ length: 72 }, (_, i): Point => {
      const angle = (2 * Math.PI * i) / 72;
      return [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
    }),
    project: (p) => scale(Math.min(1, RADIUS / Math.max(Math.hypot(...p), 1e-12)), p),
  },
  "a budget": {
    sides: [
      left,
      bottom,
      { name: "x + y ≤ 2.4", value: ([x, y]) => x + y - BUDGET, normal: () => [1, 1] },
    ],
    outline: [
      [0, 0],
      [BUDGET, 0],
      [0, BUDGET],
    ],
    project: ([x, y]) => {
      const inQuadrant: Point = [Math.max(0, x), Math.max(0, y)];
      if (inQuadrant[0] + inQuadrant[1] <= BUDGET) return inQuadrant;
      const along = clip((x - y + BUDGET) / 2, BUDGET);
      return [along, BUDGET - along];
    },
  },
};

/** How much steeper the bowl is in y than in x. */
export const STEEPNESS = 2;

/** The bowl ½(x − a)² + ½ · 2 (y − b)² around (a, b). */
export const bowl = ([a, b]: Point, [x, y]: Point): number =>
  0.5 * (x - a) ** 2 + 0.5 * STEEPNESS * (y - b) ** 2;

export const slopes = ([a, b]: Point, [x, y]: Point): Point => [x - a, STEEPNESS * (y - b)];

/** Projected gradient descent: the start, projected, and the place after each step. */
export function descend(
  set: ConvexSet,
  center: Point,
  start: Point,
  { rate, nSteps }: { readonly rate: number; readonly nSteps: number },
): Point[] {
  const path = [set.project(start)];
  while (path.length <= nSteps) {
    const at = path.at(-1)!;
    const [dx, dy] = slopes(center, at);
    path.push(set.project([at[0] - rate * dx, at[1] - rate * dy]));
  }
  return path;
}

export interface Push {
  readonly name: string;
  readonly multiplier: number;
  /** The multiplier times the outward normal: what this side holds back. */
  readonly arrow: Point;
}

/** The sides that hold the minimum back, and with which multipliers they balance −∇f. */
export function pushes(set: ConvexSet, center: Point, minimum: Point): Push[] {
  const down = scale(-1, slopes(center, minimum));
  const active = set.sides.filter((side) => side.value(minimum) > -1e-6);
  const [first, second] = active;
  if (first === undefined) return [];
  const n = first.normal(minimum);
  if (second === undefined) return [push(first, n, dot(down, n) / dot(n, n))];
  const m = second.normal(minimum);
  const area = n[0] * m[1] - n[1] * m[0];
  return [
    push(first, n, (down[0] * m[1] - down[1] * m[0]) / area),
    push(second, m, (n[0] * down[1] - n[1] * down[0]) / area),
  ];
}

function push({ name }: Side, normal: Point, multiplier: number): Push {
  return {
    name,
    multiplier: Math.abs(multiplier) < 1e-9 ? 0 : multiplier,
    arrow: scale(multiplier, normal),
  };
}

function dot([a, b]: Point, [c, d]: Point): number {
  return a * c + b * d;
}

function clip(value: number, high: number): number {
  return Math.max(0, Math.min(high, value));
}
