/** Expectation and variance of a number that is values[i] with probability[i]. */
export function moments(values: readonly number[], probability: readonly number[]) {
  let mean = 0;
  for (const [i, value] of values.entries()) mean += value * probability[i]!;
  let variance = 0;
  for (const [i, value] of values.entries()) variance += probability[i]! * (value - mean) ** 2;
  return { mean, variance };
}
