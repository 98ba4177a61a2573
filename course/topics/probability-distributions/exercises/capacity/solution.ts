/** The smallest c with P(X > c) ≤ risk, for a Poisson distributed X. */
export function capacity(mean: number, risk: number): number {
  let c = 0;
  let p = Math.exp(-mean); // P(X = 0)
  let sum = p; // P(X ≤ c)
  while (1 - sum > risk) {
    c += 1;
    p *= mean / c;
    sum += p;
  }
  return c;
}
