/** The share of the labels that are predicted right. */
export function accuracy(labels: ArrayLike<number>, predicted: ArrayLike<number>): number {
  let right = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === predicted[i]) right += 1;
  return right / labels.length;
}

/** The share of the targets' variation that predictions explain. */
export function r2(y: Float32Array | Float64Array, predicted: ArrayLike<number>): number {
  let mean = 0;
  for (const value of y) mean += value / y.length;
  let [rest, all] = [0, 0];
  for (const [i, value] of y.entries()) {
    rest += (value - predicted[i]!) ** 2;
    all += (value - mean) ** 2;
  }
  return 1 - rest / all;
}
