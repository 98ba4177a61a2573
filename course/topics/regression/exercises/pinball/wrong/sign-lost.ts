/** The mean pinball loss of guesses for the q quantile. */
export function pinballLoss(y: readonly number[], guesses: readonly number[], q: number): number {
  const losses = y.map((value, i) => {
    const residual = value - guesses[i]!;
    return residual >= 0 ? q * residual : (1 - q) * residual;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
