/** Rents in euros, 40 of them, as they are. */
export const rents: readonly number[] = Array.from(
  { length: 40 },
  (_, i) => 700 + 15 * i + ((i * 37) % 11) * 24,
);

/** What a list says of itself when some values are replaced by a code for "missing". */
export interface Coded {
  readonly values: readonly number[];
  readonly mean: number;
  readonly median: number;
  readonly std: number;
}

/** The rents with a code in place of every so many, spread over the list. */
export function withCode(nCoded: number, code: number): Coded {
  const hidden = new Set(Array.from({ length: nCoded }, (_, k) => (k * 17) % rents.length));
  return summarise(rents.map((rent, i) => (hidden.has(i) ? code : rent)));
}

/** The rents that are left when the coded ones are left out. */
export function withoutCode(nCoded: number): Coded {
  const hidden = new Set(Array.from({ length: nCoded }, (_, k) => (k * 17) % rents.length));
  return summarise(rents.filter((_, i) => !hidden.has(i)));
}

function summarise(values: readonly number[]): Coded {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  const squares = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const half = (sorted.length - 1) / 2;
  return {
    values,
    mean,
    median: (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2,
    std: Math.sqrt(squares / (sorted.length - 1)),
  };
}
