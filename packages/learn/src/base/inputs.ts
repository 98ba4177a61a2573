import { DTypeError, describeValue, ShapeError, ValueError } from "@gradus/core";
import { type AnyColumn, type DataFrame, isColumn, isDataFrame } from "@gradus/data";
import { SparseTensor, Tensor, tensor, withData } from "@gradus/tensor";
import { type EncodedLabels, encodeLabels, type Labels } from "./labels";

/** Features, shape (nSamples, nFeatures). */
export type Matrix = Tensor | DataFrame | readonly (readonly number[])[];

/** Targets, shape (nSamples,), or (nSamples, nTargets) for several at once. */
export type Targets =
  | Tensor
  | AnyColumn
  | DataFrame
  | Float64Array
  | Float32Array
  | Int32Array
  | readonly number[]
  | readonly (readonly number[])[];

/** A weight for every row, shape (nSamples,). */
export type Weights = Exclude<Targets, DataFrame | readonly (readonly number[])[]>;

/** Features as every estimator wants them. */
export interface Features {
  /** float64 (or float32, where that may stay), shape (nSamples, nFeatures), all finite. */
  readonly X: Tensor;
  /** The names of the columns, if a table was given. */
  readonly names: readonly string[] | undefined;
}

/** Features and targets of the same rows. */
export interface Supervised extends Features {
  /** float64, shape (nSamples, nTargets), all finite. */
  readonly Y: Tensor;
  /** Whether the targets were given as one vector. */
  readonly isVector: boolean;
  /** float64, shape (nSamples,), all finite and >= 0. */
  readonly weights: Tensor | undefined;
}

/** Features and labels of the same rows. */
export interface Classified extends Features, EncodedLabels {
  /** float64, shape (nSamples,), all finite and >= 0. */
  readonly weights: Tensor | undefined;
}

/** What reading features may let pass. */
export interface MatrixChecks {
  /** Let NaN pass, as a missing value. Default false. */
  readonly allowMissing?: boolean;
  /** Leave float32 as it is, in place of a copy as float64. Default false. */
  readonly keepFloat32?: boolean;
}

/**
 * Reads features.
 *
 * @throws ShapeError unless X has two dimensions, at least one row and at least one column; ValueError
 *   naming the place of a value that is no finite number.
 */
export function checkMatrix(
  where: string,
  X: Matrix,
  { allowMissing = false, keepFloat32 = false }: MatrixChecks = {},
): Features {
  const names = isDataFrame(X) ? X.columns : undefined;
  const read = isDataFrame(X) ? tableTensor(where, X, allowMissing) : asTensor(where, "X", X);
  if (read.ndim !== 2) {
    const hint = read.ndim === 1 ? "; one feature is a column of shape (n, 1)" : "";
    throw new ShapeError(
      `${where}: expected X of shape (nSamples, nFeatures), got ${shapeText(read)}${hint}`,
    );
  }
  const [nSamples, nFeatures] = read.shape as [number, number];
  if (nSamples === 0 || nFeatures === 0) {
    throw new ShapeError(
      `${where}: expected X with at least one row and one column, got ${shapeText(read)}`,
    );
  }
  const isFit = keepFloat32 && read.dtype === "float32" && !read.requiresGrad;
  const numbers = isFit ? read : toFloat64(where, "X", read);
  const checked = allowMissing
    ? checkNotInfinite(where, numbers, names)
    : checkFinite(where, "X", numbers, names);
  return { X: checked, names };
}

/**
 * Reads features, targets and weights that belong together.
 *
 * @throws ShapeError if the shapes do not fit together; ValueError naming the place of a value that is
 *   no finite number, and for weights that are negative or all 0.
 */
export function checkSupervised(
  where: string,
  X: Matrix,
  y: Targets,
  sampleWeight?: Weights,
  checks?: MatrixChecks,
): Supervised {
  const features = checkMatrix(where, X, checks);
  const nSamples = features.X.shape[0]!;
  const targets = checkTargetsOfRows(where, nSamples, y);
  return { ...features, ...targets, weights: checkWeights(where, sampleWeight, nSamples) };
}

/** Reads the targets of so many rows. @throws as `checkSupervised`. */
export function checkTargetsOfRows(where: string, nSamples: number, y: Targets) {
  const targets = checkTargets(where, "y", y);
  if (targets.Y.shape[0] === nSamples) return targets;
  throw new ShapeError(
    `${where}: expected as many targets as rows of X, ${nSamples}, got ${targets.Y.shape[0]}`,
  );
}

/**
 * Reads features, labels and weights that belong together.
 *
 * @throws ShapeError if the shapes do not fit together; ValueError naming the place of a value that is
 *   no finite number, for labels that are missing or of several types, and for weights that are negative
 *   or all 0.
 */
export function checkClassification(
  where: string,
  X: Matrix,
  y: Labels,
  sampleWeight?: Weights,
  checks?: MatrixChecks,
): Classified {
  const features = checkMatrix(where, X, checks);
  return { ...features, ...checkLabels(where, features.X.shape[0]!, y, sampleWeight) };
}

/** Reads the labels and weights of so many rows. @throws as `checkClassification`. */
export function checkLabels(
  where: string,
  nSamples: number,
  y: Labels,
  sampleWeight?: Weights,
): EncodedLabels & { readonly weights: Tensor | undefined } {
  const labels = encodeLabels(where, "y", y);
  if (labels.codes.length !== nSamples) {
    throw new ShapeError(
      `${where}: expected as many labels as rows of X, ${nSamples}, got ${labels.codes.length}`,
    );
  }
  return { ...labels, weights: checkWeights(where, sampleWeight, nSamples) };
}

/**
 * Reads targets as a matrix with one column a target.
 *
 * @throws ShapeError unless there are one or two dimensions and at least one value; ValueError naming
 *   the place of a value that is no finite number.
 */
export function checkTargets(where: string, name: string, y: Targets) {
  const read = isDataFrame(y) ? y.toTensor() : asTensor(where, name, y);
  if ((read.ndim !== 1 && read.ndim !== 2) || read.size === 0) {
    throw new ShapeError(
      `${where}: expected ${name} of shape (nSamples,) or (nSamples, nTargets) with at least one row, got ${shapeText(read)}`,
    );
  }
  const finite = checkFinite(where, name, toFloat64(where, name, read), undefined);
  const isVector = read.ndim === 1;
  return { Y: isVector ? finite.reshape([read.size, 1]) : finite, isVector };
}

/**
 * Reads the weights of rows.
 *
 * @throws ShapeError unless there is one for each row; ValueError if one is negative or not finite, or
 *   if none is above 0.
 */
export function checkWeights(
  where: string,
  sampleWeight: Weights | undefined,
  nSamples: number,
): Tensor | undefined {
  if (sampleWeight === undefined) return undefined;
  const read = toFloat64(where, "sampleWeight", asTensor(where, "sampleWeight", sampleWeight));
  if (read.ndim !== 1 || read.shape[0] !== nSamples) {
    throw new ShapeError(
      `${where}: expected sampleWeight of shape (${nSamples},), got ${shapeText(read)}`,
    );
  }
  const weights = checkFinite(where, "sampleWeight", read, undefined);
  const values = weights.data();
  const negative = values.findIndex((weight) => weight < 0);
  if (negative >= 0) {
    throw new ValueError(
      `${where}: expected sampleWeight >= 0, got ${values[negative]} at row ${negative}`,
    );
  }
  if (values.every((weight) => weight === 0)) {
    throw new ValueError(`${where}: expected at least one sampleWeight above 0, got only zeros`);
  }
  return weights;
}

/** A table of numbers as a tensor, with NaN for what is missing if that may be. */
function tableTensor(where: string, table: DataFrame, allowMissing: boolean): Tensor {
  if (!allowMissing) return table.toTensor();
  const { nRows, columns } = table;
  const flat = new Float64Array(nRows * columns.length);
  columns.forEach((name, j) => {
    const column = table.column(name);
    if (column.type === "date" || column.type === "string" || column.type === "category") {
      throw new ValueError(
        `${where}: expected numbers in column "${name}", got a column of type ${column.type}`,
      );
    }
    const numbers = column.toNumbersUnchecked(where);
    for (let i = 0; i < nRows; i++) flat[i * columns.length + j] = numbers[i]!;
  });
  return tensor(flat, { shape: [nRows, columns.length] });
}

function asTensor(where: string, name: string, values: Matrix | Targets): Tensor {
  if (values instanceof Tensor) return values;
  if ((values as unknown) instanceof SparseTensor) {
    throw new ValueError(
      `${where}: expected ${name} to be dense, got a SparseTensor; its toDense() writes the zeros out`,
    );
  }
  if (isColumn(values)) return values.toTensor();
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) {
    throw new ValueError(
      `${where}: expected ${name} to be a tensor, a table, a column or arrays of numbers, got ${describeValue(values)}`,
    );
  }
  if (Array.isArray(values)) checkNumbers(where, name, values);
  return tensor(values as number[]);
}

/** @throws ShapeError for rows of different lengths; ValueError for anything but numbers. */
function checkNumbers(where: string, name: string, values: readonly unknown[]): void {
  const first = values[0];
  values.forEach((row, i) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    if (Array.isArray(row) !== Array.isArray(first) || cells.length !== widthOf(first)) {
      throw new ShapeError(
        `${where}: expected rows of ${name} of one length, ${widthOf(first)}, got ${cells.length} at row ${i}`,
      );
    }
    const j = cells.findIndex((cell) => typeof cell !== "number");
    if (j < 0) return;
    throw new ValueError(
      `${where}: expected ${name} to be numbers, got ${describeValue(cells[j])} at row ${i}${cells === row ? `, column ${j}` : ""}`,
    );
  });
}

function widthOf(row: unknown): number {
  return Array.isArray(row) ? row.length : 1;
}

function toFloat64(where: string, name: string, x: Tensor): Tensor {
  if (x.dtype === "bool") {
    throw new DTypeError(`${where}: expected ${name} to be numbers, got a tensor of bool`);
  }
  const detached = x.requiresGrad ? x.detach() : x;
  return detached.dtype === "float64" ? detached : detached.astype("float64");
}

/** One sum is much faster than a look at every value, and is not finite if one of them is not. */
function checkFinite(
  where: string,
  name: string,
  x: Tensor,
  columns: readonly string[] | undefined,
): Tensor {
  if (Number.isFinite(x.sum().item())) return x;
  return refuseValues(where, name, x, { columns, isBad: isNotFinite });
}

/** As `checkFinite`, but lets NaN pass. */
function checkNotInfinite(where: string, x: Tensor, columns: readonly string[] | undefined) {
  if (Number.isFinite(x.sum().item())) return x;
  return refuseValues(where, "X", x, { columns, isBad: isInfinite });
}

const isNotFinite = (value: number): boolean => !Number.isFinite(value);
const isInfinite = (value: number): boolean => Math.abs(value) === Number.POSITIVE_INFINITY;

interface Refusal {
  readonly columns: readonly string[] | undefined;
  readonly isBad: (value: number) => boolean;
}

/** Names the first bad value and its place; there is none where finite values' sum overflows. */
function refuseValues(where: string, name: string, x: Tensor, { columns, isBad }: Refusal): Tensor {
  const at = withData(x, (values) => {
    for (let i = 0; i < values.length; i++) if (isBad(values[i]!)) return i;
    return -1;
  });
  if (at < 0) return x;
  const width = x.shape[1] ?? 1;
  const row = Math.floor(at / width);
  const column = columns?.[at % width];
  const place =
    x.ndim === 1 ? `row ${row}` : `row ${row}, column ${column ? `"${column}"` : at % width}`;
  throw new ValueError(
    `${where}: expected finite numbers in ${name}, got ${x.reshape([x.size]).at(at).item()} at ${place}`,
  );
}

function shapeText(x: Tensor): string {
  return `shape (${x.shape.join(", ")}${x.ndim === 1 ? "," : ""})`;
}
