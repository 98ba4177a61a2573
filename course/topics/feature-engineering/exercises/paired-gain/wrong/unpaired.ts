export interface Gain {
  mean: number;
  /** Standard error of the mean. */
  error: number;
}

/** What a feature adds, from the scores of the same folds. */
export function pairedGain(before: number[], after: number[]): Gain {
  const n = before.length;
  const mean = (scores: number[]) => scores.reduce((sum, score) => sum + score) / n;
  const variance = (scores: number[]) =>
    scores.reduce((sum, score) => sum + (score - mean(scores)) ** 2, 0) / (n - 1);
  return {
    mean: mean(after) - mean(before),
    error: Math.sqrt((variance(before) + variance(after)) / n),
  };
}
