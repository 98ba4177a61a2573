import type { Panel } from "@gradus/course-kit";

/** The space between two panels, in pixels; figure.css has the same. */
const GAP = 32;
/** No panel beside another gets narrower than this. */
const NARROWEST = 260;

/** Shares a width among panels by their weights; where that is too little for them, they stand under each other. */
export function panelWidths(panels: readonly Panel[], width: number): readonly number[] {
  const total = panels.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const room = width - GAP * (panels.length - 1);
  const widths = panels.map(({ weight = 1 }) => Math.floor((room * weight) / total));
  return widths.some((share) => share < NARROWEST) ? panels.map(() => width) : widths;
}
