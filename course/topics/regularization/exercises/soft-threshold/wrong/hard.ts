/** The weight that is best for (w − c)² / 2 + alpha · |w|. */
export function softThreshold(c: number, alpha: number): number {
  return Math.abs(c) > alpha ? c : 0;
}
