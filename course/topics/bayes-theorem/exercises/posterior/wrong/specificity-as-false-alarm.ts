/** P(ill | positive) from P(ill), P(positive | ill) and P(negative | well). */
export function posterior(prior: number, sensitivity: number, specificity: number): number {
  const truly = sensitivity * prior;
  return truly / (truly + specificity * (1 - prior));
}
