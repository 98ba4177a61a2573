/** The expected squared error of the mean of the k nearest measurements, for k = 1, 2, …. */
export function neighbourErrors(
  nearest: readonly number[],
  truth: number,
  noise: number,
): number[] {
  return nearest.map((value, i) => {
    const k = i + 1;
    const bias = truth - value;
    return noise + bias ** 2 + noise / k;
  });
}
