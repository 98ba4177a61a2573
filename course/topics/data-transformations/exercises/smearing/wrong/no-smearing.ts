/** Expected prices in dollars, from predictions of their logarithms. */
export function backToDollars(
  logPaid: readonly number[],
  logFitted: readonly number[],
  logNew: readonly number[],
): number[] {
  return logPaid.length === logFitted.length ? logNew.map(Math.exp) : [];
}
