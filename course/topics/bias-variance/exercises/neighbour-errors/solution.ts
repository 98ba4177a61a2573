/** The expected squared error of the mean of the k nearest measurements, for k = 1, 2, …. */
export function neighbourErrors(
  nearest: readonly number[],
  truth: number,
  noise: number,
): number[] {
  let sum = 0;
  return nearest.map((value, i) => {
    const k = i + 1;
    sum += value;
    const bias = truth - sum / k;
    return noise + bias ** 2 + noise / k;
  });
}
