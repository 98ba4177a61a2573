import { DTypeError, describeValue } from "@gradus/core";
import { type Cell, type ColumnType, isMissingCell } from "../schema";
import { BooleanColumn, MISSING_BOOLEAN } from "./boolean-column";
import { CategoryColumn } from "./category-column";
import { Column } from "./column";
import { DateColumn } from "./date-column";
import { IntegerColumn } from "./integer-column";
import { NumberColumn } from "./number-column";
import { StringColumn } from "./string-column";

/** The column class of each type. */
export interface ColumnClasses {
  number: NumberColumn;
  integer: IntegerColumn;
  string: StringColumn;
  boolean: BooleanColumn;
  date: DateColumn;
  category: CategoryColumn;
}

/** A column of a known type, or of any type when it is not known. */
export type AnyColumn<T extends ColumnType = ColumnType> = ColumnClasses[T];

/** What a column can be made of. */
export type ColumnValues =
  | AnyColumn
  | Float64Array
  | Float32Array
  | IntegerArray
  | readonly (Cell | undefined)[];

/** The typed arrays of whole numbers. */
export type IntegerArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

/** The type of the column that given values make. */
export type TypeOfValues<V> = V extends { readonly type: infer T extends ColumnType }
  ? T
  : V extends Float64Array | Float32Array
    ? "number"
    : V extends IntegerArray
      ? "integer"
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
      : [C] extends [Date]
        ? "date"
        : ColumnType;

/**
 * A column from values; typed arrays are copied, since a column never changes.
 *
 * The type is that of the first value present; a column with no values at all holds numbers. Typed
 * arrays of whole numbers make a column of integers, ordinary numbers always one of numbers.
 *
 * @throws DTypeError naming the column and the row of a value of another type.
 */
export function columnFromValues(where: string, name: string, values: ColumnValues): AnyColumn {
  if (values instanceof Column) return values.rename(name);
  if (values instanceof Float64Array || values instanceof Float32Array) {
    return new NumberColumn(name, Float64Array.from(values));
  }
  if (isIntegerArray(values)) return new IntegerColumn(name, Float64Array.from(values));
  if (!Array.isArray(values)) {
    throw new DTypeError(
      `${where}: column "${name}" must be an array, a typed array or a Column, got ${describeValue(values)}`,
    );
  }
  const cells = values as readonly (Cell | undefined)[];
  const first = cells.findIndex((cell) => !isMissingCell(cell));
  const type = first < 0 ? "number" : typeOfCell(cells[first]);
  if (type === undefined) {
    throw mixed(where, name, "a number, string, boolean or Date", cells, first);
  }
  return columnOfType(where, name, type, cells);
}

/**
 * A column of a given type.
 *
 * @throws DTypeError naming the column and row of a value of another type.
 */
export function columnOfType(
  where: string,
  name: string,
  type: ColumnType,
  cells: readonly (Cell | undefined)[],
): AnyColumn {
  const expected = type === "date" ? "a Date" : `${type === "integer" ? "an" : "a"} ${type}`;
  const wrong = cells.findIndex((cell) => !isMissingCell(cell) && !fits(type, cell));
  if (wrong >= 0) throw mixed(where, name, expected, cells, wrong);
  const strings = () => cells.map((cell) => (isMissingCell(cell) ? null : (cell as string)));
  switch (type) {
    case "number":
      return new NumberColumn(name, numbersOf(cells));
    case "integer":
      return new IntegerColumn(name, numbersOf(cells));
    case "date":
      return new DateColumn(name, numbersOf(cells));
    case "string":
      return new StringColumn(name, strings());
    case "category":
      return categoryColumn(name, strings());
    case "boolean":
      return new BooleanColumn(
        name,
        Uint8Array.from(cells, (cell) => (isMissingCell(cell) ? MISSING_BOOLEAN : Number(cell))),
      );
  }
}

/** A column of categories from text; the categories are the texts that occur, sorted, as in pandas. */
export function categoryColumn(name: string, strings: readonly (string | null)[]): CategoryColumn {
  const categories = [...new Set(strings)].filter((text) => text !== null).sort(byCodeUnits);
  const places = new Map<string | null, number>(categories.map((text, code) => [text, code]));
  const codes = Int32Array.from(strings, (text) => places.get(text) ?? -1);
  return new CategoryColumn(name, codes, categories);
}

/** The order of strings that tables sort by: that of their code units, the same in every language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function numbersOf(cells: readonly (Cell | undefined)[]): Float64Array {
  return Float64Array.from(cells, (cell) => (isMissingCell(cell) ? Number.NaN : Number(cell)));
}

function typeOfCell(cell: unknown): ColumnType | undefined {
  if (cell instanceof Date) return "date";
  const type = typeof cell;
  return type === "number" || type === "string" || type === "boolean" ? type : undefined;
}

function fits(type: ColumnType, cell: Cell | undefined): boolean {
  if (type === "integer") return Number.isSafeInteger(cell);
  if (type === "category") return typeof cell === "string";
  return typeOfCell(cell) === type;
}

function isIntegerArray(values: unknown): values is IntegerArray {
  return (
    ArrayBuffer.isView(values) &&
    !(values instanceof DataView) &&
    !(values instanceof BigInt64Array) &&
    !(values instanceof BigUint64Array)
  );
}

function mixed(
  where: string,
  name: string,
  expected: string,
  cells: readonly (Cell | undefined)[],
  row: number,
): DTypeError {
  return new DTypeError(
    `${where}: expected ${expected} in column "${name}", got ${describeValue(cells[row])} at row ${row}`,
  );
}
