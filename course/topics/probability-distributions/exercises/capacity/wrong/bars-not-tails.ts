/** The smallest c with P(X > c) ≤ risk, for a Poisson distributed X. */
export function capacity(mean: number, risk: number): number {
  let c = 0;
  let p = Math.exp(-mean);
  while (p > risk || c < mean) {
    c += 1;
    p *= mean / c;
  }
  return c;
}
