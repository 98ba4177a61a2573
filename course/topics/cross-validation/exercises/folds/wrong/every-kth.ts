export interface Fold {
  readonly train: number[];
  readonly test: number[];
}

/** The k folds of the rows 0 to n − 1, in order. */
export function folds(n: number, k: number): Fold[] {
  const rows = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: k }, (_, i) => {
    const test = rows.filter((row) => row % k === i);
    return { train: rows.filter((row) => !test.includes(row)), test };
  });
}
