/** The score w · x + b that is above 0 where mean1 is nearer than mean0. */
export function linearBorder(
  mean0: readonly number[],
  mean1: readonly number[],
): { w: number[]; b: number } {
  const w = mean1.map((m, j) => 2 * (m - mean0[j]!));
  return { w, b: -w.reduce((sum, weight, j) => sum + weight * mean1[j]!, 0) };
}
