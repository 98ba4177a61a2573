/** Points with at most one decimal: 7.5, 10. */
export function formatPoints(points: number): string {
  return points.toLocaleString("en", { maximumFractionDigits: 1 });
}
