/** R² of predictions: 1 is perfect, 0 no better than always the mean of y. */
export function rSquared(y: readonly number[], yPred: readonly number[]): number {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const left = y.reduce((sum, value, i) => sum + (value - yPred[i]!) ** 2, 0);
  const spread = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.max(0, 1 - left / spread);
}
