/** P(ill | positive) from P(ill), P(positive | ill) and P(negative | well). */
export function posterior(prior: number, sensitivity: number, specificity: number): number {
  // Two ways to be positive: ill and found, or well and alarmed.
  const truly = sensitivity * prior;
  return truly * specificity;
}
