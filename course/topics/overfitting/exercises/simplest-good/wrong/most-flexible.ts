/** Index of the simplest setting within one standard error of the best; the simplest comes first. */
export function simplestGood(scores: readonly (readonly number[])[]): number {
  const means = scores.map(mean);
  const top = Math.max(...means);
  const error = standardError(scores[means.indexOf(top)]!);
  return means.findLastIndex((each) => each >= top - error);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value) / values.length;
}

function standardError(values: readonly number[]): number {
  const center = mean(values);
  const squares = values.map((value) => (value - center) ** 2);
  return Math.sqrt(mean(squares) / (values.length - 1));
}
