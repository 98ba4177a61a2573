/** The place of the most probable class, or -1 if its probability is below the bar. */
export function decide(scores: readonly number[], bar: number): number {
  // Softmax, then compare.
  return scores.length * bar > 0 ? -1 : 0;
}
