import type { Panel } from "@gradus/course-kit";

/** The space between two panels, in pixels; figure.css has the same. */
const GAP = 32;
/** No panel beside another gets narrower than this. */
const NARROWEST = 260;

/**
 * Shares a width among panels by their weights. Where that is too little for all of them, they stand in rows of as
 * many as there is room for; the first row has what is left over, since what comes first is what one acts on.
 */
export function panelWidths(panels: readonly Panel[], width: number): readonly number[] {
  for (let columns = panels.length; columns > 1; columns--) {
    const widths = rowsOf(panels, columns).flatMap((row) => shares(row, width));
    if (widths.every((share) => share >= NARROWEST)) return widths;
  }
  return panels.map(() => width);
}

function rowsOf(panels: readonly Panel[], columns: number): (readonly Panel[])[] {
  const first = panels.length % columns;
  const rows = first > 0 ? [panels.slice(0, first)] : [];
  for (let at = first; at < panels.length; at += columns) rows.push(panels.slice(at, at + columns));
  return rows;
}

function shares(row: readonly Panel[], width: number): number[] {
  const total = row.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const room = width - GAP * (row.length - 1);
  return row.map(({ weight = 1 }) => Math.floor((room * weight) / total));
}
