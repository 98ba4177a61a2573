/** The place of a date on the circle of the year, [cos, sin]. */
export function yearCircle(date: Date): number[] {
  const year = date.getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  const share = (date.getTime() - start) / (365 * 24 * 3600 * 1000);
  const angle = 2 * Math.PI * share;
  return [Math.cos(angle), Math.sin(angle)];
}
