import { DTypeError, describeValue } from "@gradus/core";
import type { Cell, ColumnType } from "../schema";
import { isMissingCell } from "../schema";
import { BooleanColumn, MISSING_BOOLEAN } from "./boolean-column";
import { Column } from "./column";
import { NumberColumn } from "./number-column";
import { StringColumn } from "./string-column";

/** The column class of each type. */
export interface ColumnClasses {
  number: NumberColumn;
  string: StringColumn;
  boolean: BooleanColumn;
}

/** A column of a known type, or of any type when it is not known. */
export type AnyColumn<T extends ColumnType = ColumnType> = ColumnClasses[T];

/** What a column can be made of. */
export type ColumnValues =
  | AnyColumn
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint8Array
  | readonly (Cell | undefined)[];

/** The type of the column that given values make. */
export type TypeOfValues<V> = V extends { readonly type: infer T extends ColumnType }
  ? T
  : V extends ArrayBufferView
    ? "number"
    : V extends readonly (infer C)[]
      ? TypeOfCell<Exclude<C, null | undefined>>
      : ColumnType;

/** The column type that holds a given kind of value. */
export type TypeOfCell<C> = [C] extends [number]
  ? "number"
  : [C] extends [string]
    ? "string"
    : [C] extends [boolean]
      ? "boolean"
      : ColumnType;

/**
 * A column from values; typed arrays are copied, since a column never changes.
 *
 * The type is that of the first value present; a column with no values at all holds numbers.
 *
 * @throws DTypeError naming the column and the row of a value of another type.
 */
export function columnFromValues(where: string, name: string, values: ColumnValues): AnyColumn {
  if (values instanceof Column) return values.rename(name);
  if (ArrayBuffer.isView(values)) return new NumberColumn(name, Float64Array.from(values));
  if (!Array.isArray(values)) {
    throw new DTypeError(
      `${where}: column "${name}" must be an array, a typed array or a Column, got ${describeValue(values)}`,
    );
  }
  const cells = values as readonly (Cell | undefined)[];
  const type = typeof (cells.find((cell) => !isMissingCell(cell)) ?? 0);
  if (type !== "number" && type !== "string" && type !== "boolean") {
    throw mixed(where, name, "a number, string or boolean", cells, type);
  }
  return columnOfType(where, name, type, cells);
}

/** A column of a given type. @throws DTypeError naming the column and row of a value of another type. */
export function columnOfType(
  where: string,
  name: string,
  type: ColumnType,
  cells: readonly (Cell | undefined)[],
): AnyColumn {
  const fits = (cell: Cell | undefined) => isMissingCell(cell) || typeof cell === type;
  if (!cells.every(fits)) throw mixed(where, name, `a ${type}`, cells, type);
  if (type === "number") {
    return new NumberColumn(
      name,
      Float64Array.from(cells, (cell) => (cell as number) ?? Number.NaN),
    );
  }
  if (type === "string") {
    const strings = cells.map((cell) => (isMissingCell(cell) ? null : (cell as string)));
    return new StringColumn(name, strings);
  }
  const code = (cell: Cell | undefined) => (isMissingCell(cell) ? MISSING_BOOLEAN : Number(cell));
  return new BooleanColumn(name, Uint8Array.from(cells, code));
}

function mixed(
  where: string,
  name: string,
  expected: string,
  cells: readonly (Cell | undefined)[],
  type: string,
): DTypeError {
  const row = cells.findIndex(
    (cell) => !isMissingCell(cell) && (typeof cell !== type || !/number|string|boolean/.test(type)),
  );
  return new DTypeError(
    `${where}: expected ${expected} in column "${name}", got ${describeValue(cells[row])} at row ${row}`,
  );
}
