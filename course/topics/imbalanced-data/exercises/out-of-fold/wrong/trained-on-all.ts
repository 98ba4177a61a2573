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
  const answers = data.map(() => false);
  const model = fit(resample(data));
  for (const fold of new Set(folds)) {
    for (const [i, row] of data.entries()) {
      if (folds[i] === fold) answers[i] = model(row.x);
    }
  }
  return answers;
}
