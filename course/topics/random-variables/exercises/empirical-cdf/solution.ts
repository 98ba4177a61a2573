/** The share of the sample that is at most x. */
export function empiricalCDF(sample: readonly number[], x: number): number {
  let count = 0;
  for (const value of sample) {
    if (value <= x) count += 1;
  }
  return count / sample.length;
}
