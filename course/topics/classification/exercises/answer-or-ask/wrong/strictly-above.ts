/** The place of the most probable class, or -1 if its probability is below the bar. */
export function decide(scores: readonly number[], bar: number): number {
  const top = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  return 1 / sum > bar ? scores.indexOf(top) : -1;
}
