/** The places of at most k features with high scores, none a twin of another. */
export function skipTwins(
  scores: number[],
  correlations: number[][],
  k: number,
  limit: number,
): number[] {
  // From the highest score down: take a feature unless it is too much like one that you have.
  return [];
}
