/** The x between low and high with cdf(x) = p. */
export function quantile(cdf: (x: number) => number, p: number, low: number, high: number): number {
  let [a, b] = [low, high];
  while (b - a > 1e-10) {
    const middle = (a + b) / 2;
    if (cdf(middle) > p) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
