/** The x between low and high with cdf(x) = p. */
export function quantile(cdf: (x: number) => number, p: number, low: number, high: number): number {
  const [a, b] = [cdf(low), cdf(high)];
  return low + ((p - a) / (b - a)) * (high - low);
}
