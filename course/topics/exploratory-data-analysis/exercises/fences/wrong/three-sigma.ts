/** The values outside Tukey's fences, in their order; a missing value is NaN. */
export function outliers(values: readonly number[]): number[] {
  const present = values.filter((value) => !Number.isNaN(value));
  const mean = present.reduce((sum, x) => sum + x, 0) / present.length;
  const squares = present.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const std = Math.sqrt(squares / (present.length - 1));
  return present.filter((value) => Math.abs(value - mean) > 3 * std);
}
