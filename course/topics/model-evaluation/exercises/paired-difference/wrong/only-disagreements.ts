export interface Comparison {
  readonly difference: number;
  readonly error: number;
}

/** How much more often the first of two models is right on the same rows, with its standard error. */
export function pairedDifference(a: readonly number[], b: readonly number[]): Comparison {
  const d = a.map((each, i) => each - b[i]!).filter((each) => each !== 0);
  const n = d.length;
  const difference = d.reduce((sum, each) => sum + each) / n;
  const squares = d.reduce((sum, each) => sum + (each - difference) ** 2, 0);
  return { difference, error: Math.sqrt(squares / (n * (n - 1))) };
}
