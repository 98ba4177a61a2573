/** The slopes of (tanh(w x + b) − y)² with respect to w and b. */
export function slopes(w: number, b: number, x: number, y: number) {
  const prediction = Math.tanh(w * x + b);
  const loss = (prediction - y) ** 2;
  return { w: loss, b: loss }; // go back from the loss to w and b
}
