/** The values outside Tukey's fences, in their order; a missing value is NaN. */
export function outliers(values: readonly number[]): number[] {
  // 1. The values that are present, sorted.
  // 2. The quartiles, and the fences from them.
  // 3. The values outside.
  return values.filter(() => false);
}
