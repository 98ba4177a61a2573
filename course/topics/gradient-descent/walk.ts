// The walks that both figures show.
import type { Point } from "@gradus/course-kit";

/** A surface over the plane with its gradient. */
export interface Surface {
  value(p: Point): number;
  gradient(p: Point): Point;
}

/** A valley along the first axis: f(x, y) = (x² + L y²) / 2, with curvature 1 along it and L across. */
export function straightValley(curvature: number): Surface {
  return {
    value: ([x, y]) => (x * x + curvature * y * y) / 2,
    gradient: ([x, y]) => [x, curvature * y],
  };
}

/** Rosenbrock's curved valley: (1 − x)² + 100 (y − x²)². */
export const curvedValley: Surface = {
  value: ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
};

/** Farther out than this a walk counts as lost, and ends. */
const LOST = 1e6;

/** The start and the place after each step; it ends early once it is lost. */
export function walk(
  surface: Surface,
  start: Point,
  { rate, nSteps, momentum = 0 }: { rate: number; nSteps: number; momentum?: number },
): Point[] {
  const path: Point[] = [start];
  let last: Point = [0, 0];
  while (path.length <= nSteps && !isLost(path)) {
    const [x, y] = path.at(-1)!;
    const [dx, dy] = surface.gradient([x, y]);
    last = [momentum * last[0] - rate * dx, momentum * last[1] - rate * dy];
    path.push([x + last[0], y + last[1]]);
  }
  return path;
}

export function isLost(path: readonly Point[]): boolean {
  const [x, y] = path.at(-1)!;
  return Math.max(Math.abs(x), Math.abs(y)) > LOST;
}

/** The walk up to where it first leaves a rectangle, the step that leaves it cut off at the border. */
export function inside(
  path: readonly Point[],
  x: readonly [number, number],
  y: readonly [number, number],
): Point[] {
  const isIn = ([a, b]: Point) => a >= x[0] && a <= x[1] && b >= y[0] && b <= y[1];
  const end = path.findIndex((p) => !isIn(p));
  return end === -1 ? [...path] : path.slice(0, end);
}

/** A surface on a grid, for contour lines. */
export function grid(
  { value }: Surface,
  xRange: readonly [number, number],
  yRange: readonly [number, number],
  size = 61,
): { readonly x: number[]; readonly y: number[]; readonly z: number[][] } {
  const x = evenly(xRange, size);
  const y = evenly(yRange, size);
  return { x, y, z: y.map((b) => x.map((a) => value([a, b]))) };
}

export function evenly([low, high]: readonly [number, number], size: number): number[] {
  return Array.from({ length: size }, (_, i) => low + ((high - low) * i) / (size - 1));
}

/** Three significant digits, powers of ten written out for people. */
export function brief(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 10_000 || Math.abs(value) < 0.001)) {
    const [digits, power] = value.toExponential(1).split("e") as [string, string];
    const raised = [...`${Number(power)}`].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)]));
    return `${digits} · 10${raised.join("")}`.replace("-", "−");
  }
  return Number(value.toPrecision(3)).toString().replace("-", "−");
}
