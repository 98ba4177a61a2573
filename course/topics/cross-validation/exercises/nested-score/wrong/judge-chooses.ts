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
    return Math.max(...candidates.map((candidate) => score(candidate, train, test)));
  });
  return mean(outer);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value) / values.length;
}
