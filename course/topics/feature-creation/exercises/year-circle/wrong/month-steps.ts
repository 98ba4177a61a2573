/** The place of a date on the circle of the year, [cos, sin]. */
export function yearCircle(date: Date): number[] {
  const angle = (2 * Math.PI * date.getUTCMonth()) / 12;
  return [Math.cos(angle), Math.sin(angle)];
}
