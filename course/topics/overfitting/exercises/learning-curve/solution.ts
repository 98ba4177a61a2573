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
  const meanOf = (one: (learned: readonly number[], test: readonly number[]) => number) =>
    sizes.map((size) => {
      const scores = folds.map(({ train, test }) => one(train.slice(0, size), test));
      return scores.reduce((sum, each) => sum + each) / scores.length;
    });
  return {
    own: meanOf((learned) => score({ learned, asked: learned })),
    leftOut: meanOf((learned, test) => score({ learned, asked: test })),
  };
}
