/** The share of the sample that is at most x. */
export function empiricalCDF(sample: readonly number[], x: number): number {
  // How many numbers are at most x?
  return sample.includes(x) ? 1 : 0;
}
