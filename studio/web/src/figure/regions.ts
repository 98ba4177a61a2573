import type { Mark } from "@gradus/course-kit";
import { contourBands } from "./contours";
import type { Scale } from "./scale";

/** For each class the outline of its ground as the `d` of an SVG path, in pixels; empty where it has none. */
export function regionPaths(
  mark: Extract<Mark, { kind: "regions" }>,
  x: Scale,
  y: Scale,
): readonly string[] {
  return mark.roles.map((_, k) => {
    const z = mark.classes.map((row) => row.map((place) => (place === k ? 1 : 0)));
    const [band] = contourBands({ kind: "contour", x: mark.x, y: mark.y, z, levels: [0.5] }, x, y);
    return band?.path ?? "";
  });
}
