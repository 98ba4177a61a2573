const mean = (x: readonly number[]) => x.reduce((p, q) => p + q, 0) / x.length;
const squares = (x: readonly number[]) => x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0);

/** The statistic of Welch's t test. */
export function welch(a: readonly number[], b: readonly number[]): number {
  const [va, vb] = [squares(a) / (a.length - 1), squares(b) / (b.length - 1)];
  return (mean(a) - mean(b)) / Math.sqrt(va / a.length + vb / b.length);
}
