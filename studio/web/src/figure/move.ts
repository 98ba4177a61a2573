import type { Mark, Point } from "@gradus/course-kit";
import type { PanelLayout } from "./layout";

type Handles = Extract<Mark, { kind: "handles" }>;

/** A handle's new place: only along the axes in which it moves, and within the panel. */
export function moveTo(mark: Handles, layout: PanelLayout, from: Point, to: Point): Point {
  const axis = mark.axis ?? "xy";
  return [
    axis === "y" ? from[0] : clamp(to[0], layout.x.domain),
    axis === "x" ? from[1] : clamp(to[1], layout.y.domain),
  ];
}

/** Where a key moves a handle, or undefined for keys that do not. Shift makes steps five times as long. */
export function moveByKey(
  mark: Handles,
  layout: PanelLayout,
  from: Point,
  key: string,
  shift: boolean,
): Point | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  const [stepX, stepY] = mark.step ?? [extent(layout.x.domain) / 50, extent(layout.y.domain) / 50];
  const factor = shift ? 5 : 1;
  return moveTo(mark, layout, from, [
    tidy(from[0] + direction[0] * stepX * factor),
    tidy(from[1] + direction[1] * stepY * factor),
  ]);
}

/** The points with one more where somebody pressed; the same if the place or the number forbids it. */
export function addPoint(mark: Handles, layout: PanelLayout, at: Point): readonly Point[] {
  const { points, grows } = mark;
  if (!grows || points.length >= grows[1]) return points;
  const inside = (value: number, [low, high]: readonly [number, number]) =>
    value >= low && value <= high;
  if (!inside(at[0], layout.x.domain) || !inside(at[1], layout.y.domain)) return points;
  return [...points, at];
}

/** The points without one of them; the same if there would be too few. */
export function removePoint(mark: Handles, index: number): readonly Point[] {
  const { points, grows } = mark;
  if (!grows || points.length <= grows[0]) return points;
  return points.filter((_, i) => i !== index);
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 5],
  PageDown: [0, -5],
};

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}

function extent([low, high]: readonly [number, number]): number {
  return high - low;
}

/** Steps of 0.1 shall not lead to 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
