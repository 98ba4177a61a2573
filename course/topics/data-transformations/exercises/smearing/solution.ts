/** Expected prices in dollars, from predictions of their logarithms. */
export function backToDollars(
  logPaid: readonly number[],
  logFitted: readonly number[],
  logNew: readonly number[],
): number[] {
  const surprises = logPaid.map((y, i) => Math.exp(y - logFitted[i]!));
  const factor = surprises.reduce((sum, x) => sum + x) / surprises.length;
  return logNew.map((y) => Math.exp(y) * factor);
}
