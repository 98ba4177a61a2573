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
  for (const fold of new Set(folds)) {
    const training = data.filter((_, i) => folds[i] !== fold);
    const model = fit(resample(training));
    for (const [i, row] of data.entries()) {
      if (folds[i] === fold) answers[i] = model(row.x);
    }
  }
  return answers;
}
