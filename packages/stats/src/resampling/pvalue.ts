import type { Alternative } from "../hypothesis/tails";

/**
 * The share of a null distribution that is at least as extreme as what was observed. `more` counts the observation
 * itself as so many members. Differences in the last digits count as equal, as in SciPy.
 */
export function pvalueOf(
  observed: number,
  distribution: Float64Array,
  alternative: Alternative,
  more: number,
): number {
  const slack = Math.abs(observed) * 100 * Number.EPSILON;
  let [less, greater] = [more, more];
  for (const value of distribution) {
    if (value <= observed + slack) less++;
    if (value >= observed - slack) greater++;
  }
  const all = distribution.length + more;
  if (alternative === "less") return less / all;
  if (alternative === "greater") return greater / all;
  return Math.min(1, (2 * Math.min(less, greater)) / all);
}
