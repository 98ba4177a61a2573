export interface Gain {
  mean: number;
  /** Standard error of the mean. */
  error: number;
}

/** What a feature adds, from the scores of the same folds. */
export function pairedGain(before: number[], after: number[]): Gain {
  const n = before.length;
  const gains = after.map((score, i) => score - before[i]!);
  const mean = gains.reduce((sum, gain) => sum + gain) / n;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (n - 1)) };
}
