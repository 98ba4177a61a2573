/** Tufte's lie factor of two bars on an axis that begins at `start`. */
export function lieFactor(first: number, last: number, start: number): number {
  const inData = (last - first) / first;
  const inChart = (last - first) / (first - start);
  return inData / inChart;
}
