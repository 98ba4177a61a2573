/** What a column is encoded with. */
export interface Encoder {
  /** The names of the columns: the frequent categories, sorted, and at last "other". */
  columns: string[];
  /** Zeros, and a 1 in the column of the value. */
  encode(value: string): number[];
}

/** Learns the categories with at least `atLeast` rows; all else, seen or not, is "other". */
export function oneHotWithOther(values: string[], _atLeast: number): Encoder {
  const known = [...new Set(values)].sort();
  const columns = [...known, "other"];
  const encode = (value: string) => {
    const own = known.includes(value) ? value : "other";
    return columns.map((column) => (column === own ? 1 : 0));
  };
  return { columns, encode };
}
