import { describeValue, ShapeError, ValueError } from "@gradus/core";
import { type AnyColumn, isDataFrame } from "@gradus/data";
import { isTensor, type Tensor, withData } from "@gradus/tensor";
import { checkSameFeatures, type FittedFeatures } from "./features";
import { checkMatrix, type Matrix } from "./inputs";
import { readWholeCells, type WholeCells } from "./whole-cells";
import { codeWholeNumbers } from "./whole-numbers";

/** What a cell of a table of categories holds: null and NaN are missing values. */
export type CellValue = string | number | boolean | null;

/** Features of categories: numbers, text or booleans, each column of one kind. */
export type Cells = Matrix | readonly (readonly CellValue[])[];

/** A column as the places of its cells among the different values. */
export interface CellColumn {
  readonly codes: Int32Array;
  /** The different values, a missing one among them, in any order. */
  readonly values: readonly CellValue[];
}

/** Columns of cells. */
export interface CellTable {
  readonly nRows: number;
  readonly names: readonly string[] | undefined;
  readonly columns: readonly CellColumn[];
  /** A shorter way to the numbers of all cells, where there is one: see `WholeCells`. */
  readonly encode?: WholeCells["encode"];
}

/**
 * Reads features that may be categories.
 *
 * @throws ShapeError unless there are rows and columns, all rows of one length; ValueError for cells that
 *   are neither text, finite numbers, booleans nor missing, and for a column that mixes them.
 */
export function readCells(where: string, X: Cells): CellTable {
  const table = isDataFrame(X)
    ? {
        nRows: X.nRows,
        names: X.columns,
        columns: X.columns.map((name) => fromColumn(where, X.column(name))),
      }
    : isCellRows(X)
      ? fromRows(where, X)
      : fromNumbers(where, X as Matrix);
  if (table.nRows === 0 || table.columns.length === 0) {
    throw new ShapeError(
      `${where}: expected X with at least one row and one column, got shape (${table.nRows}, ${table.columns.length})`,
    );
  }
  table.columns.forEach(({ values }, j) => {
    checkKinds(where, values, table.names?.[j] ?? j);
  });
  return table;
}

/**
 * Reads features that may be categories, for an estimator that is fitted.
 *
 * @throws as `readCells`, ShapeError for another number of features, and ValueError for other names.
 */
export function readKnownCells(where: string, X: Cells, fitted: FittedFeatures): CellTable {
  const table = readCells(where, X);
  checkSameFeatures(where, fitted, { names: table.names, nFeatures: table.columns.length });
  return table;
}

/** True for the two missing values. */
export function isMissing(value: CellValue | undefined): boolean {
  return value === null || Number.isNaN(value);
}

/** Categories in their order: numbers by size, text by code units, false before true; null, then NaN last. */
export function sortCells(values: readonly CellValue[]): readonly CellValue[] {
  if (isAscending(values)) return values;
  return [...values].sort((a, b) => {
    if (isMissing(a) || isMissing(b)) return rank(a) - rank(b);
    return a! < b! ? -1 : a! > b! ? 1 : 0;
  });
}

function isAscending(values: readonly CellValue[]): boolean {
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== "number" || !(i === 0 || values[i - 1]! < values[i]!)) return false;
  }
  return true;
}

function rank(value: CellValue): number {
  return value === null ? 1 : Number.isNaN(value) ? 2 : 0;
}

/** A category in the name of a column, spelled as in Python. */
export function cellText(value: CellValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return Number.isNaN(value) ? "nan" : String(value);
}

/** Messages' list of categories. */
export function listCells(values: readonly CellValue[]): string {
  const shown = values.slice(0, 5).map(describeValue).join(", ");
  return values.length > 5 ? `${shown}, … ${values.length - 5} more` : shown;
}

function isCellRows(X: unknown): X is readonly (readonly CellValue[])[] {
  return Array.isArray(X) && X.every(Array.isArray);
}

function fromColumn(where: string, column: AnyColumn): CellColumn {
  if (column.type === "date") {
    throw new ValueError(
      `${where}: expected text, numbers or booleans in column "${column.name}", got dates; its dt methods give parts of them`,
    );
  }
  const { codes, firstRows } = column.factorize();
  const values: CellValue[] = Array.from(firstRows, (row) => column.cell(row));
  if (!codes.includes(-1)) return { codes, values };
  const isNumber = column.type === "number" || column.type === "integer";
  values.push(isNumber ? Number.NaN : null);
  return { codes: codes.map((code) => (code < 0 ? values.length - 1 : code)), values };
}

function fromRows(where: string, rows: readonly (readonly CellValue[])[]): CellTable {
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0) {
    throw new ShapeError(
      `${where}: expected rows of X of one length, ${width}, got ${rows[ragged]!.length} at row ${ragged}`,
    );
  }
  const columns = Array.from({ length: width }, (_, j) =>
    numbered(rows.length, (i) => rows[i]![j] ?? null),
  );
  return { nRows: rows.length, names: undefined, columns };
}

function fromNumbers(where: string, X: Matrix): CellTable {
  const given = isTensor(X) && X.dtype === "bool" ? X.astype("float64") : X;
  // A matrix of small whole numbers is checked as it is read.
  const isReady =
    isTensor(given) && given.ndim === 2 && given.size > 0 && given.dtype.startsWith("float");
  const read = isReady ? given : checkNumbers(where, given);
  const whole = readWholeCells(read);
  if (whole) return { nRows: read.shape[0]!, names: undefined, ...whole };
  return numberedColumns(isReady ? checkNumbers(where, given) : read);
}

function checkNumbers(where: string, X: Matrix): Tensor {
  return checkMatrix(where, X, { allowMissing: true, keepFloat32: true }).X;
}

function numberedColumns(read: Tensor): CellTable {
  const [nRows, nColumns] = read.shape as [number, number];
  // The transpose is put in order first, so that each column lies in one piece.
  const columns = withData(read.transpose(), (values) =>
    Array.from({ length: nColumns }, (_, j) => {
      const column = values.subarray(j * nRows, (j + 1) * nRows);
      return codeWholeNumbers(column, "appearance") ?? numbered(nRows, (i) => column[i]!);
    }),
  );
  return { nRows, names: undefined, columns };
}

function numbered(nRows: number, cell: (i: number) => CellValue): CellColumn {
  const places = new Map<CellValue, number>();
  const codes = new Int32Array(nRows);
  for (let i = 0; i < nRows; i++) {
    const value = cell(i);
    let code = places.get(value);
    if (code === undefined) {
      code = places.size;
      places.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, values: [...places.keys()] };
}

const KINDS = ["string", "number", "boolean"];

function checkKinds(where: string, values: readonly CellValue[], name: string | number): void {
  const present = values.filter((value) => !isMissing(value));
  const place = typeof name === "string" ? `"${name}"` : name;
  const strange = present.find(
    (value) => !KINDS.includes(typeof value) || Math.abs(value as number) === Infinity,
  );
  if (strange !== undefined) {
    throw new ValueError(
      `${where}: expected text, finite numbers or booleans in column ${place}, got ${describeValue(strange)}`,
    );
  }
  const other = present.find((value) => typeof value !== typeof present[0]);
  if (other === undefined) return;
  throw new ValueError(
    `${where}: expected cells of one kind in column ${place}, got ${describeValue(present[0])} and ${describeValue(other)}`,
  );
}
