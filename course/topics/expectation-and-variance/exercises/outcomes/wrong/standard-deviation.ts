/** Expectation and variance of a number that is values[i] with probability[i]. */
export function moments(values: readonly number[], probability: readonly number[]) {
  const mean = values.reduce((sum, value, i) => sum + value * probability[i]!, 0);
  const squares = values.reduce((sum, value, i) => sum + (value - mean) ** 2 * probability[i]!, 0);
  return { mean, variance: Math.sqrt(squares) };
}
