/** Expectation and variance of a number that is values[i] with probability[i]. */
export function moments(values: readonly number[], probability: readonly number[]) {
  let [mean, variance] = [0, 0];
  for (const [i, value] of values.entries()) {
    mean += value * probability[i]!;
    variance += value ** 2 * probability[i]!;
  }
  return { mean, variance };
}
