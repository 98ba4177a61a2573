/** The slopes of (tanh(w x + b) − y)² with respect to w and b. */
export function slopes(w: number, b: number, x: number, y: number) {
  const sum = w * x + b;
  const toPrediction = 2 * (Math.tanh(sum) - y);
  const toSum = toPrediction * (1 - sum * sum);
  return { w: toSum * x, b: toSum };
}
