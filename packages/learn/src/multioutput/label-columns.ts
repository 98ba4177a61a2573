import { describeValue, ShapeError, ValueError } from "@gradus/core";
import { type DataFrame, isDataFrame } from "@gradus/data";
import { isTensor, type Tensor } from "@gradus/tensor";
import { checkWeights, type Weights } from "../base/inputs";
import { type Label, readLabels } from "../base/labels";

/** Several labels for every row, shape (nSamples, nOutputs): each column of one kind. */
export type LabelRows = Tensor | DataFrame | readonly (readonly Label[])[];

/**
 * Labels of several outputs, one list an output.
 *
 * @throws ShapeError unless there are as many rows as `nSamples`, at least one output, and rows of one length; ValueError
 *   for missing labels and for columns of several kinds.
 */
export function readLabelColumns(
  where: string,
  Y: LabelRows,
  nSamples: number,
): readonly (readonly Label[])[] {
  const columns = isDataFrame(Y)
    ? Y.columns.map((name) => readLabels(where, "Y", Y.column(name)))
    : transposed(where, rowsOf(where, Y)).map((column) => readLabels(where, "Y", column));
  if (columns.length === 0) {
    throw new ShapeError(`${where}: expected Y with at least one row and one column, got none`);
  }
  if (columns[0]!.length !== nSamples) {
    throw new ShapeError(
      `${where}: expected as many rows of labels as rows of X, ${nSamples}, got ${columns[0]!.length}`,
    );
  }
  return columns;
}

/** The (weighted) share of rows whose labels are all right. @throws as `readLabelColumns` and `checkWeights`. */
export function shareOfRight(
  where: string,
  Y: LabelRows,
  predicted: readonly (readonly Label[])[],
  sampleWeight: Weights | undefined,
): number {
  const columns = readLabelColumns(where, Y, predicted.length);
  const weights = checkWeights(where, sampleWeight, predicted.length)?.data();
  let [right, total] = [0, 0];
  predicted.forEach((row, i) => {
    const weight = weights?.[i] ?? 1;
    total += weight;
    if (columns.every((column, k) => column[i] === row[k])) right += weight;
  });
  return right / total;
}

/** Lists for rows out of lists for columns. */
export function rowsOfColumns<T>(columns: readonly (readonly T[])[]): T[][] {
  return columns[0]!.map((_, i) => columns.map((column) => column[i]!));
}

function rowsOf(
  where: string,
  Y: Tensor | readonly (readonly Label[])[],
): readonly (readonly Label[])[] {
  if (isTensor(Y)) {
    if (Y.ndim === 2) return Y.toArray() as Label[][];
    throw new ShapeError(
      `${where}: expected Y of shape (nSamples, nOutputs), got shape (${Y.shape.join(", ")}${Y.ndim === 1 ? "," : ""})`,
    );
  }
  if (Array.isArray(Y) && Y.every(Array.isArray)) return Y as Label[][];
  const got = Array.isArray(Y) ? Y.find((row) => !Array.isArray(row)) : Y;
  throw new ValueError(
    `${where}: expected Y to be a tensor, a table or rows of labels, got ${describeValue(got)}`,
  );
}

function transposed(where: string, rows: readonly (readonly Label[])[]): Label[][] {
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0) {
    throw new ShapeError(
      `${where}: expected rows of Y of one length, ${width}, got ${rows[ragged]!.length} at row ${ragged}`,
    );
  }
  return Array.from({ length: width }, (_, k) => rows.map((row) => row[k]!));
}
