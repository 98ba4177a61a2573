/** The places of at most k features with high scores, none a twin of another. */
export function skipTwins(
  scores: number[],
  correlations: number[][],
  k: number,
  limit: number,
): number[] {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  return order
    .filter((j, place) =>
      order.slice(0, place).every((i) => Math.abs(correlations[i]![j]!) <= limit),
    )
    .slice(0, k);
}
