import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { isTensor, matrixRank, type Tensor, tensor } from "@gradus/tensor";
import { readSample, type Sample } from "../hypothesis/samples";

/** Columns of explanatory variables, one row an observation: rows of numbers, or a tensor of two axes. */
export type DesignMatrix = readonly (readonly number[])[] | Tensor;

/** How the variables of a regression are called in its tables. */
export interface VariableNames {
  /** One name a column of X. Default: "const" for a column of ones, else "x1", "x2" and so on. */
  readonly columnNames?: readonly string[];
  /** Default "y". */
  readonly yName?: string;
}

/** The data of a regression, checked. */
export interface Design {
  readonly where: string;
  readonly y: Float64Array;
  /** Row by row, n·k numbers. */
  readonly X: Float64Array;
  readonly n: number;
  readonly k: number;
  readonly names: readonly string[];
  readonly yName: string;
  /** Whether a column, or a combination of columns, is constant and not 0. */
  readonly hasConstant: boolean;
  /** The place of the constant column; −1 without one. */
  readonly constantIndex: number;
}

/**
 * Puts a column of ones before (or after) the columns of X, which regressions do not do by themselves.
 *
 * @param X shape (n, k)
 * @returns float64, shape (n, k + 1); as it was if it has a constant column already
 * @throws ShapeError unless X has two axes and at least one row; ValueError for numbers that are not finite.
 * @example
 * ```ts
 * addConstant([[2], [3]]).toArray(); // → [[1, 2], [1, 3]]
 * ```
 */
export function addConstant(
  X: DesignMatrix,
  { prepend = true }: { readonly prepend?: boolean } = {},
): Tensor {
  const { values, n, k } = readMatrix("addConstant", X);
  const columns = k + 1;
  const out = new Float64Array(constantColumn(values, n, k) >= 0 ? 0 : n * columns);
  if (out.length === 0) return tensor(values, { shape: [n, k] });
  for (let i = 0; i < n; i++) {
    out[i * columns + (prepend ? 0 : k)] = 1;
    out.set(values.subarray(i * k, (i + 1) * k), i * columns + (prepend ? 1 : 0));
  }
  return tensor(out, { shape: [n, columns] });
}

/** The numbers of a matrix of explanatory variables. */
export function readMatrix(
  where: string,
  X: DesignMatrix,
): { readonly values: Float64Array; readonly n: number; readonly k: number } {
  const from = isTensor(X) ? X : tensor(X as readonly number[][], { dtype: "float64" });
  const [n = 0, k = 0] = from.shape;
  if (from.ndim !== 2 || n === 0 || k === 0) {
    throw new ShapeError(`${where}: expected X of shape (n, k), got [${from.shape}]`);
  }
  const values = Float64Array.from(from.data() as Float64Array);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const [row, column] = [Math.floor(bad / k), bad % k];
    throw new ValueError(
      `${where}: expected finite numbers in X, got ${values[bad]} in row ${row}, column ${column}`,
    );
  }
  return { values, n, k };
}

/** @throws ShapeError, ValueError or ParameterError where y, X and the names do not fit together. */
export function readDesign(
  where: string,
  y: Sample,
  X: DesignMatrix,
  { columnNames, yName = "y" }: VariableNames,
): Design {
  const { values, n, k } = readMatrix(where, X);
  const response = readSample(where, "y", y);
  if (response.length !== n) {
    throw new ShapeError(
      `${where}: expected as many rows in X as numbers in y, got ${n} and ${response.length}`,
    );
  }
  if (columnNames && columnNames.length !== k) {
    throw new ParameterError(
      `${where}: columnNames must hold ${k} names, got ${columnNames.length}`,
    );
  }
  const constantIndex = constantColumn(values, n, k);
  return {
    where,
    y: response,
    X: values,
    n,
    k,
    names: columnNames ?? defaultNames(k, constantIndex),
    yName,
    constantIndex,
    hasConstant: constantIndex >= 0 || spansConstant(values, n, k),
  };
}

function defaultNames(k: number, constantIndex: number): string[] {
  let count = 0;
  return Array.from({ length: k }, (_, j) => (j === constantIndex ? "const" : `x${++count}`));
}

/** The first column of ones, else the first constant column that is not 0; −1 without one. */
function constantColumn(X: Float64Array, n: number, k: number): number {
  let found = -1;
  for (let j = 0; j < k; j++) {
    const first = X[j]!;
    let i = 1;
    while (i < n && X[i * k + j] === first) i++;
    if (i < n || first === 0) continue;
    if (first === 1) return j;
    if (found < 0) found = j;
  }
  return found;
}

/** Whether ones are a combination of the columns, as with one indicator column a category. */
function spansConstant(X: Float64Array, n: number, k: number): boolean {
  const matrix = tensor(X, { shape: [n, k] });
  const augmented = new Float64Array(n * (k + 1)).fill(1);
  for (let i = 0; i < n; i++) augmented.set(X.subarray(i * k, (i + 1) * k), i * (k + 1) + 1);
  const withOnes = tensor(augmented, { shape: [n, k + 1] });
  return matrixRank(withOnes).item() === matrixRank(matrix).item();
}

/** X·b, plus an offset. */
export function linearPredictor(
  { X, n, k }: Pick<Design, "X" | "n" | "k">,
  params: Float64Array,
  offset?: Float64Array,
): Float64Array {
  const out = offset ? offset.slice() : new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) out[i]! += X[i * k + j]! * params[j]!;
  }
  return out;
}
