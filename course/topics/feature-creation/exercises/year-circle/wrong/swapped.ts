/** The place of a date on the circle of the year, [cos, sin]. */
export function yearCircle(date: Date): number[] {
  const year = date.getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  const share = (date.getTime() - start) / (Date.UTC(year + 1, 0, 1) - start);
  const angle = 2 * Math.PI * share;
  return [Math.sin(angle), Math.cos(angle)];
}
