/** The probability of a hypothesis after independent clues with these likelihood ratios. */
export function update(prior: number, ratios: readonly number[]): number {
  let sum = 0;
  for (const ratio of ratios) sum += ratio;
  const odds = (prior / (1 - prior)) * sum;
  return odds / (1 + odds);
}
