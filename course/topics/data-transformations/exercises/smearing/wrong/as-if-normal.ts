/** Expected prices in dollars, from predictions of their logarithms. */
export function backToDollars(
  logPaid: readonly number[],
  logFitted: readonly number[],
  logNew: readonly number[],
): number[] {
  const squares = logPaid.map((y, i) => (y - logFitted[i]!) ** 2);
  const variance = squares.reduce((sum, x) => sum + x) / squares.length;
  return logNew.map((y) => Math.exp(y + variance / 2));
}
