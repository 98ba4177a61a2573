export interface Gain {
  mean: number;
  /** Standard error of the mean. */
  error: number;
}

/** What a feature adds, from the scores of the same folds. */
export function pairedGain(before: number[], after: number[]): Gain {
  // 1. The gain of each fold.
  // 2. Their mean, and its standard error.
  return { mean: 0, error: 0 };
}
