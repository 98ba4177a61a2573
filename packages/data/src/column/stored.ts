import { DTypeError, describeValue, ValueError } from "@gradus/core";
import { type Cell, isMissingCell } from "../schema";
import type { AnyColumn } from "./from-values";
import { makeColumn } from "./make-column";
import { MISSING_BOOLEAN } from "./missing-boolean";

/** What a column keeps for its rows: numbers, codes or strings. */
export type Stored = (number | string | null)[];

const KINDS = {
  number: "a number",
  integer: "a whole number",
  date: "a Date",
  boolean: "true or false",
  string: "a string",
  category: "one of its categories",
} as const;

/** A fresh array of what a column keeps; the same kind of array as the column's own. */
export function copyStored(column: AnyColumn): Stored {
  const own =
    column.type === "boolean" || column.type === "category" ? column.codes : column.values;
  return own.slice() as Stored;
}

/** A column like another, of what it shall keep. */
export function restore<C extends AnyColumn>(column: C, stored: Stored): C {
  const { name } = column;
  const numbers = stored as unknown as Float64Array;
  switch (column.type) {
    case "number":
    case "integer":
    case "date":
      return makeColumn[column.type](name, numbers) as C;
    case "boolean":
      return makeColumn.boolean(name, stored as unknown as Uint8Array) as C;
    case "string":
      return makeColumn.string(name, stored as (string | null)[]) as C;
    case "category": {
      const codes = stored as unknown as Int32Array;
      return makeColumn.category(name, codes, column.categories, column.ordered) as C;
    }
  }
}

/** Whether a column of this type can hold the cell; a missing one fits everywhere. */
export function canHold(column: AnyColumn, cell: Cell): boolean {
  if (isMissingCell(cell)) return true;
  switch (column.type) {
    case "number":
      return typeof cell === "number";
    case "integer":
      return Number.isSafeInteger(cell);
    case "date":
      return cell instanceof Date;
    case "boolean":
      return typeof cell === "boolean";
    case "string":
      return typeof cell === "string";
    case "category":
      return column.categories.includes(cell as string);
  }
}

/**
 * What a column keeps for a cell.
 *
 * @throws DTypeError for a cell of another type; ValueError for a text that is none of the categories.
 */
export function storedCell(where: string, column: AnyColumn, cell: Cell): number | string | null {
  if (!canHold(column, cell)) {
    const message = `${where}: expected ${KINDS[column.type]} for column "${column.name}", got ${describeValue(cell)}`;
    const isUnknown = column.type === "category" && typeof cell === "string";
    throw isUnknown ? new ValueError(message) : new DTypeError(message);
  }
  const isMissing = isMissingCell(cell);
  if (column.type === "string") return isMissing ? null : (cell as string);
  if (column.type === "category") return isMissing ? -1 : column.categories.indexOf(cell as string);
  if (column.type === "boolean") return isMissing ? MISSING_BOOLEAN : Number(cell);
  return isMissing ? Number.NaN : Number(cell);
}
