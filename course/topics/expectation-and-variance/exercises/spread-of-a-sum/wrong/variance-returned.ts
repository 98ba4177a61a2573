/** Standard deviation of the sum of numbers with these standard deviations and correlations. */
export function stdOfSum(std: readonly number[], correlation: readonly (readonly number[])[]) {
  let variance = 0;
  for (const [i, row] of correlation.entries()) {
    for (const [j, rho] of row.entries()) variance += rho * std[i]! * std[j]!;
  }
  return variance;
}
