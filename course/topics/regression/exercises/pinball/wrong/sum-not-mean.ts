/** The mean pinball loss of guesses for the q quantile. */
export function pinballLoss(y: readonly number[], guesses: readonly number[], q: number): number {
  const losses = y.map((value, i) => {
    const residual = value - guesses[i]!;
    return Math.max(q * residual, (q - 1) * residual);
  });
  return losses.reduce((sum, loss) => sum + loss, 0);
}
