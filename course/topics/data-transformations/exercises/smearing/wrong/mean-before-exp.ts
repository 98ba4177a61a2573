/** Expected prices in dollars, from predictions of their logarithms. */
export function backToDollars(
  logPaid: readonly number[],
  logFitted: readonly number[],
  logNew: readonly number[],
): number[] {
  const residuals = logPaid.map((y, i) => y - logFitted[i]!);
  const factor = Math.exp(residuals.reduce((sum, r) => sum + r) / residuals.length);
  return logNew.map((y) => Math.exp(y) * factor);
}
