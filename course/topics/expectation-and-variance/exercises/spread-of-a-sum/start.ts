/** Standard deviation of the sum of numbers with these standard deviations and correlations. */
export function stdOfSum(std: readonly number[], correlation: readonly (readonly number[])[]) {
  let variance = 0;
  for (let i = 0; i < std.length; i++) {
    // What do part i, and its pairs with all parts, add?
    variance += correlation[i]![i]! * 0;
  }
  return Math.sqrt(variance);
}
