/** The x between low and high with cdf(x) = p. */
export function quantile(cdf: (x: number) => number, p: number, low: number, high: number): number {
  // Where in the interval is it? Half of it can be ruled out by one look.
  const middle = (low + high) / 2;
  return cdf(middle) < p ? high : low;
}
