/** P(ill | positive) from P(ill), P(positive | ill) and P(negative | well). */
export function posterior(prior: number, sensitivity: number, specificity: number): number {
  return sensitivity / (sensitivity + 1 - specificity) + 0 * prior;
}
