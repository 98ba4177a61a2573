import { describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { checkTargets, type Targets } from "../base/inputs";
import { type Label, type Labels, readLabels, sortLabels } from "../base/labels";

/** A score or probability for each class in each row. */
export interface ScoreMatrix {
  /** The score of class k in row i is at i · nColumns + k. */
  readonly values: Float64Array;
  readonly nSamples: number;
  readonly nColumns: number;
}

/** Reads scores of shape (nSamples,) or (nSamples, nClasses). @throws ShapeError, ValueError as `checkTargets`. */
export function readScoreMatrix(where: string, name: string, scores: Targets): ScoreMatrix {
  const { Y } = checkTargets(where, name, scores);
  const [nSamples, nColumns] = Y.shape as [number, number];
  return { values: Y.data() as Float64Array, nSamples, nColumns };
}

/** True labels as places among the classes that the columns of scores stand for. */
export interface ClassRows {
  readonly classes: readonly Label[];
  readonly codes: Int32Array;
}

/**
 * Reads true labels that go with columns of scores.
 *
 * @param labels the classes of the columns, sorted, if yTrue may lack some
 * @throws ShapeError unless there is a row of scores for each label; ValueError if yTrue has classes that
 *   `labels` lacks, or there are not as many classes as columns; ParameterError unless `labels` are sorted
 *   and different.
 */
export function checkClassRows(
  where: string,
  yTrue: Labels,
  { nSamples, nColumns }: ScoreMatrix,
  labels?: readonly Label[],
): ClassRows {
  const values = readLabels(where, "yTrue", yTrue);
  if (values.length !== nSamples) {
    throw new ShapeError(
      `${where}: expected as many rows of scores as labels, ${values.length}, got ${nSamples}`,
    );
  }
  const classes = labels ?? sortLabels(new Set(values));
  if (labels && !isSorted(labels)) {
    throw new ParameterError(
      `${where}: labels must be different and sorted, got ${labels.map(describeValue).join(", ")}`,
    );
  }
  if (classes.length !== nColumns) {
    const hint = labels ? "" : "; labels names classes that yTrue lacks";
    throw new ValueError(
      `${where}: expected a column of scores for each of ${classes.length} classes, got ${nColumns}${hint}`,
    );
  }
  const places = new Map(classes.map((label, k) => [label, k]));
  const codes = Int32Array.from(values, (label) => places.get(label) ?? -1);
  const unknown = codes.indexOf(-1);
  if (unknown >= 0) {
    throw new ValueError(
      `${where}: expected only classes of labels in yTrue, got ${describeValue(values[unknown])} at row ${unknown}`,
    );
  }
  return { classes, codes };
}

/** One column of scores. */
export function columnOf({ values, nSamples, nColumns }: ScoreMatrix, k: number): Float64Array {
  return Float64Array.from({ length: nSamples }, (_, i) => values[i * nColumns + k]!);
}

/** Probabilities of two classes as two columns, from those of the second class alone. */
export function bothColumns(matrix: ScoreMatrix): ScoreMatrix {
  if (matrix.nColumns !== 1) return matrix;
  const values = Float64Array.from({ length: 2 * matrix.nSamples }, (_, at) => {
    const share = matrix.values[at >> 1]!;
    return at & 1 ? share : 1 - share;
  });
  return { values, nSamples: matrix.nSamples, nColumns: 2 };
}

/** @throws ValueError naming the place of a value below 0 or above 1. */
export function checkShares(where: string, { values, nColumns }: ScoreMatrix): void {
  const bad = values.findIndex((value) => value < 0 || value > 1);
  if (bad < 0) return;
  throw new ValueError(
    `${where}: expected probabilities from 0 to 1, got ${values[bad]} at row ${Math.floor(bad / nColumns)}`,
  );
}

/** The first row whose probabilities do not add to 1, or −1. */
export function findUnnormalized({ values, nSamples, nColumns }: ScoreMatrix): number {
  for (let i = 0; i < nSamples; i++) {
    let sum = 0;
    for (let k = 0; k < nColumns; k++) sum += values[i * nColumns + k]!;
    if (Math.abs(sum - 1) > 1e-8 + 1e-5) return i;
  }
  return -1;
}

function isSorted(labels: readonly Label[]): boolean {
  return labels.every((label, k) => k === 0 || labels[k - 1]! < label);
}
