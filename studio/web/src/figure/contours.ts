import type { Mark } from "@gradus/course-kit";
import { contours } from "d3-contour";
import type { Scale } from "./scale";

/** One band of a surface seen from above: where z is at least `level`. */
export interface ContourBand {
  readonly level: number;
  /** The outline as the `d` of an SVG path, in pixels. */
  readonly path: string;
}

/** The bands of a surface, from the lowest level up, by marching squares. */
export function contourBands(
  mark: Extract<Mark, { kind: "contour" }>,
  x: Scale,
  y: Scale,
): readonly ContourBand[] {
  const { z, levels } = mark;
  const values = z.flat();
  const bands = contours()
    .size([mark.x.length, mark.y.length])
    .thresholds([...levels])(values);
  return bands.map(({ value, coordinates }) => ({
    level: value,
    path: coordinates
      .flat()
      .map((ring) =>
        ringPath(
          ring,
          (column) => x(at(mark.x, column)),
          (row) => y(at(mark.y, row)),
        ),
      )
      .join(""),
  }));
}

/** d3-contour puts the value z[i][j] at (j + ½, i + ½). Between two of the grid's lines, halfway is halfway. */
function at(values: readonly number[], place: number): number {
  const position = Math.min(Math.max(place - 0.5, 0), values.length - 1);
  const left = Math.min(Math.floor(position), values.length - 2);
  const low = values[left] ?? 0;
  return low + (position - left) * ((values[left + 1] ?? low) - low);
}

function ringPath(
  ring: readonly (readonly number[])[],
  toX: (column: number) => number,
  toY: (row: number) => number,
): string {
  const points = ring.map(([column = 0, row = 0]) => `${round(toX(column))},${round(toY(row))}`);
  return `M${points.join("L")}Z`;
}

function round(pixel: number): number {
  return Math.round(pixel * 10) / 10;
}
