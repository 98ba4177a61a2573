/** R² of predictions: 1 is perfect, 0 no better than always the mean of y. */
export function rSquared(y: readonly number[], yPred: readonly number[]): number {
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [meanOf(y), meanOf(yPred)];
  const together = meanOf(y.map((value, i) => (value - a) * (yPred[i]! - b)));
  const spreads = meanOf(y.map((v) => (v - a) ** 2)) * meanOf(yPred.map((v) => (v - b) ** 2));
  return together ** 2 / spreads;
}
