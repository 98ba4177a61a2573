export interface Fold {
  readonly train: number[];
  readonly test: number[];
}

/** The k folds of the rows 0 to n − 1, in order. */
export function folds(n: number, k: number): Fold[] {
  const rows = Array.from({ length: n }, (_, i) => i);
  // Where does part i start, and how many rows does it have?
  return Array.from({ length: k }, () => ({ train: rows, test: [] }));
}
