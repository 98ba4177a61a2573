/** What a column is encoded with. */
export interface Encoder {
  /** The names of the columns: the frequent categories, sorted, and at last "other". */
  columns: string[];
  /** Zeros, and a 1 in the column of the value. */
  encode(value: string): number[];
}

/** Learns the categories with at least `atLeast` rows; all else, seen or not, is "other". */
export function oneHotWithOther(values: string[], atLeast: number): Encoder {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const frequent = [...counts.keys()].filter((name) => counts.get(name)! > atLeast).sort();
  const columns = [...frequent, "other"];
  const encode = (value: string) => {
    const own = frequent.includes(value) ? value : "other";
    return columns.map((column) => (column === own ? 1 : 0));
  };
  return { columns, encode };
}
