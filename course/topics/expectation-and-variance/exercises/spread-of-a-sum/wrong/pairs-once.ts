/** Standard deviation of the sum of numbers with these standard deviations and correlations. */
export function stdOfSum(std: readonly number[], correlation: readonly (readonly number[])[]) {
  let variance = 0;
  for (let i = 0; i < std.length; i++) {
    for (let j = 0; j <= i; j++) variance += correlation[i]![j]! * std[i]! * std[j]!;
  }
  return Math.sqrt(variance);
}
