/** What a column is encoded with. */
export interface Encoder {
  /** The names of the columns: the frequent categories, sorted, and at last "other". */
  columns: string[];
  /** Zeros, and a 1 in the column of the value. */
  encode(value: string): number[];
}

/** Learns the categories with at least `atLeast` rows; all else, seen or not, is "other". */
export function oneHotWithOther(values: string[], atLeast: number): Encoder {
  // 1. How many rows has each category?
  // 2. The columns: the frequent ones, sorted, and "other".
  // 3. Which column is a value?
  return { columns: ["other"], encode: (value) => [] };
}
