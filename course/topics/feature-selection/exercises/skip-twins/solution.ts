/** The places of at most k features with high scores, none a twin of another. */
export function skipTwins(
  scores: number[],
  correlations: number[][],
  k: number,
  limit: number,
): number[] {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const taken: number[] = [];
  for (const j of order) {
    if (taken.length === k) break;
    const isTwin = taken.some((i) => Math.abs(correlations[i]![j]!) > limit);
    if (!isTwin) taken.push(j);
  }
  return taken;
}
