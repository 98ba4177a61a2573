/** The place of the most probable class, or -1 if its probability is below the bar. */
export function decide(scores: readonly number[], bar: number): number {
  const top = Math.max(...scores);
  return bar <= 1 ? scores.indexOf(top) : -1;
}
