/** The smallest c with P(X > c) ≤ risk, for a Poisson distributed X. */
export function capacity(mean: number, risk: number): number {
  let c = 0;
  let p = Math.exp(-mean);
  let below = 0;
  while (1 - below > risk) {
    below += p;
    c += 1;
    p *= mean / c;
  }
  return c;
}
