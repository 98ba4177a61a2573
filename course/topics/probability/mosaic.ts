import type { ColorRole, Mark, Point } from "@gradus/course-kit";
import type { ContingencyTable } from "./titanic";

/** The strips end at 1; beside them stand the names of the columns. */
export const RIGHT = 1.24;

const ROLES: readonly ColorRole[] = ["model", "data", "second", "third"];
/** No two names beside the strips are nearer. */
const APART = 0.075;

/**
 * The table as a square of area 1: a strip for each row as wide as its share, cut by the columns. A cell's area is its
 * share of all, its height the share of the row.
 */
export function mosaic(
  { rows, columns, counts, rowSums, columnSums, total }: ContingencyTable,
  at: { readonly i: number; readonly j: number },
): Mark[] {
  const left = starts(rowSums.map((count) => count / total));
  const tile = (i: number, j: number): readonly [Point, Point] => {
    const borders = starts(counts[i]!.map((count) => count / Math.max(rowSums[i]!, 1)));
    return [
      [left[i]!, borders[j]!],
      [left[i + 1]!, borders[j + 1]!],
    ];
  };
  const filled = rows.map((_, i) => i).filter((i) => rowSums[i]! > 0);
  const marks: Mark[] = columns.map((_, j) => ({
    kind: "rects",
    rects: filled.map((i) => tile(i, j)),
    role: ROLES[j]!,
    opacity: 0.3,
  }));
  if (rowSums[at.i]! > 0) {
    marks.push({ kind: "rects", rects: [tile(at.i, at.j)], role: ROLES[at.j]!, opacity: 0.6 });
  }
  const overall = starts(columnSums.map((count) => count / total));
  marks.push({
    kind: "segments",
    segments: overall.slice(1, -1).map((y): [Point, Point] => [
      [0, y],
      [1, y],
    ]),
    role: "muted",
    dash: true,
    width: 1.5,
  });
  for (const i of filled) {
    marks.push({
      kind: "text",
      at: [(left[i]! + left[i + 1]!) / 2, -0.06],
      text: rows[i]!,
      anchor: "middle",
    });
    columns.forEach((_, j) => {
      const [[x0, y0], [x1, y1]] = tile(i, j);
      if (x1 - x0 < 0.12 || y1 - y0 < 0.09) return;
      const share = `${Math.round(100 * (y1 - y0))} %`;
      marks.push({
        kind: "text",
        at: [(x0 + x1) / 2, (y0 + y1) / 2],
        text: share,
        anchor: "middle",
      });
    });
  }
  const last = filled.at(-1)!;
  const middles = columns.map((_, j) => (tile(last, j)[0][1] + tile(last, j)[1][1]) / 2);
  const places = apart(middles);
  columns.forEach((name, j) => {
    marks.push({ kind: "text", at: [1.02, places[j]!], text: name, role: ROLES[j]! });
  });
  return marks;
}

/** Where each share begins, and where the last one ends. */
function starts(shares: readonly number[]): number[] {
  let sum = 0;
  return [0, ...shares.map((share) => (sum += share))];
}

/** Moves places in ascending order apart, upward first and then back below the top. */
function apart(places: readonly number[]): number[] {
  const moved = [...places];
  for (let k = 1; k < moved.length; k++) moved[k] = Math.max(moved[k]!, moved[k - 1]! + APART);
  const over = Math.max(0, moved.at(-1)! - 0.97);
  for (let k = moved.length - 1; k >= 0; k--) {
    const above = moved[k + 1];
    moved[k] = above === undefined ? moved[k]! - over : Math.min(moved[k]!, above - APART);
  }
  return moved;
}
