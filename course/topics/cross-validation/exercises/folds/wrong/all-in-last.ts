export interface Fold {
  readonly train: number[];
  readonly test: number[];
}

/** The k folds of the rows 0 to n − 1, in order. */
export function folds(n: number, k: number): Fold[] {
  const rows = Array.from({ length: n }, (_, i) => i);
  let from = 0;
  return Array.from({ length: k }, (_, i) => {
    const size = Math.floor(n / k) + (i === k - 1 ? n % k : 0);
    const test = rows.slice(from, from + size);
    from += size;
    return { train: rows.filter((row) => !test.includes(row)), test };
  });
}
