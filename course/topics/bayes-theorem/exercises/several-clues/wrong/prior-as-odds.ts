/** The probability of a hypothesis after independent clues with these likelihood ratios. */
export function update(prior: number, ratios: readonly number[]): number {
  let odds = prior;
  for (const ratio of ratios) odds *= ratio;
  return odds / (1 + odds);
}
