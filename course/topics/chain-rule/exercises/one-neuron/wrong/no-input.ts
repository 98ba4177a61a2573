/** The slopes of (tanh(w x + b) − y)² with respect to w and b. */
export function slopes(w: number, b: number, x: number, y: number) {
  const prediction = Math.tanh(w * x + b);
  const toPrediction = 2 * (prediction - y);
  const toSum = toPrediction * (1 - prediction * prediction);
  return { w: toSum, b: toSum };
}
