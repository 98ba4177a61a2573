/** The score w · x + b that is above 0 where mean1 is nearer than mean0. */
export function linearBorder(
  mean0: readonly number[],
  mean1: readonly number[],
): { w: number[]; b: number } {
  return {
    w: mean1.map((m, j) => 2 * (m - mean0[j]!)),
    b: Math.hypot(...mean0) - Math.hypot(...mean1),
  };
}
