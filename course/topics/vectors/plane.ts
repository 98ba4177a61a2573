// What a dot product says about two vectors of the plane.
import type { Point } from "@gradus/course-kit";
import { add, dot, length, scale } from "../../figures/plane";

/** The angle between two vectors in degrees, 0 to 180; undefined if one of them is zero. */
export function angle(u: Point, v: Point): number | undefined {
  const lengths = length(u) * length(v);
  if (lengths === 0) return undefined;
  return (Math.acos(Math.max(-1, Math.min(1, dot(u, v) / lengths))) * 180) / Math.PI;
}

/** Where the name of an arrow stands: behind its tip, within five units of the origin. */
export function besideTip(tip: Point): Point {
  const size = length(tip);
  const [x, y] = size < 1e-9 ? [0.4, 0.4] : add(tip, scale(0.45 / size, tip));
  return [Math.max(-5, Math.min(5, x)), Math.max(-4.7, Math.min(4.7, y))];
}
