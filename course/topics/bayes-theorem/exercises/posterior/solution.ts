/** P(ill | positive) from P(ill), P(positive | ill) and P(negative | well). */
export function posterior(prior: number, sensitivity: number, specificity: number): number {
  const truly = sensitivity * prior;
  const falsely = (1 - specificity) * (1 - prior);
  return truly / (truly + falsely);
}
