import type { KernelCache } from "./kernel-cache";
import type { Variables } from "./smo-variables";

/** Curvature in place of one that is not above 0, as where two rows are equal. */
const LEAST_CURVATURE = 1e-12;

/** How far a group is from its optimum: the steepest way up, and the steepest way down. */
export interface Extremes {
  /** The place of the largest −slope among those that can rise; −1 if there is none. */
  readonly at: number;
  readonly rise: number;
  /** The largest slope among those that can fall. */
  readonly fall: number;
}

/** Two variables to move against each other. */
export interface Pair {
  readonly i: number;
  readonly j: number;
  /** How far they would go without bounds. */
  readonly length: number;
}

/** Extremes of the active variables of a group. */
export function extremesOf(v: Variables, group: number): Extremes {
  const { active, slope, canRise, canFall, group: groups } = v;
  let at = -1;
  let rise = -Infinity;
  let fall = -Infinity;
  for (let t = 0; t < active; t++) {
    if (groups[t] !== group) continue;
    const value = slope[t]!;
    if (canRise[t] && -value >= rise) {
      rise = -value;
      at = t;
    }
    if (canFall[t] && value > fall) fall = value;
  }
  return { at, rise, fall };
}

/** The extremes of each group. */
export function allExtremes(v: Variables, nGroups: number): Extremes[] {
  return Array.from({ length: nGroups }, (_, group) => extremesOf(v, group));
}

/** The largest gap between rising and falling: 0 or less at the optimum. */
export function gapOf(extremes: readonly Extremes[]): number {
  return Math.max(...extremes.map(({ rise, fall }) => rise + fall));
}

/** The pair whose step lowers the objective most, by its quadratic approximation: second-order selection. */
export function choosePair(
  v: Variables,
  cache: KernelCache,
  extremes: readonly Extremes[],
): Pair | undefined {
  let best: (Pair & { readonly gain: number }) | undefined;
  extremes.forEach(({ at, rise }, group) => {
    if (at < 0) return;
    const row = cache.row(v.column[at]!);
    const found = partnerOf(v, row, { at, rise, group });
    if (found && (!best || found.gain >= best.gain)) best = found;
  });
  return best;
}

function partnerOf(
  v: Variables,
  row: Float32Array,
  { at, rise, group }: { readonly at: number; readonly rise: number; readonly group: number },
): (Pair & { readonly gain: number }) | undefined {
  const { active, slope, canFall, diagonal, column, group: groups } = v;
  const own = diagonal[at]!;
  let j = -1;
  // The best gain so far is square / base: products compare faster than quotients.
  let square = 0;
  let base = 1;
  for (let t = 0; t < active; t++) {
    const gap = rise + slope[t]!;
    if (gap <= 0 || canFall[t] === 0 || groups[t] !== group) continue;
    const curvature = Math.max(own + diagonal[t]! - 2 * row[column[t]!]!, LEAST_CURVATURE);
    if (gap * gap * base >= square * curvature) {
      square = gap * gap;
      base = curvature;
      j = t;
    }
  }
  if (j < 0) return undefined;
  return { i: at, j, length: (rise + slope[j]!) / base, gain: square / base };
}
