/** The share of the sample that is at most x. */
export function empiricalCDF(sample: readonly number[], x: number): number {
  return sample.filter((value) => value > x).length / sample.length;
}
