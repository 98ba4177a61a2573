import { checkOneOf, describeValue, ValueError } from "@gradus/core";
import { type Cell, COLUMN_TYPES, type ColumnType } from "../schema";
import { BooleanColumn, MISSING_BOOLEAN } from "./boolean-column";
import { DateColumn } from "./date-column";
import { dateText, parseDate } from "./dates";
import { type AnyColumn, categoryColumn } from "./from-values";
import { IntegerColumn } from "./integer-column";
import { NumberColumn } from "./number-column";
import { StringColumn } from "./string-column";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const TRUTHS: ReadonlyMap<string, number> = new Map([
  ["true", 1],
  ["false", 0],
]);

/**
 * A column as another type. Missing values stay missing.
 *
 * @throws ValueError naming the column and the row of a value that the type cannot hold;
 *   ParameterError for an unknown type.
 */
export function convertColumn(where: string, column: AnyColumn, type: ColumnType): AnyColumn {
  checkOneOf(where, "type", type, COLUMN_TYPES);
  if (column.type === type) return column;
  const { name } = column;
  const numbers = (of: (cell: Cell) => number) =>
    Float64Array.from({ length: column.length }, (_, i) => {
      if (column.isMissing(i)) return Number.NaN;
      const value = of(column.cell(i));
      if (Number.isNaN(value)) throw unfit(where, column, i, type);
      return value;
    });
  switch (type) {
    case "number":
      return new NumberColumn(name, numbers(numberOf));
    case "integer":
      return new IntegerColumn(name, numbers(integerOf));
    case "date":
      return new DateColumn(name, numbers(timeOf));
    case "boolean":
      return new BooleanColumn(name, Uint8Array.from(numbers(truthOf), codeOf));
    case "string":
      return new StringColumn(name, texts(column));
    case "category":
      return categoryColumn(name, texts(column));
  }
}

function texts(column: AnyColumn): (string | null)[] {
  return Array.from({ length: column.length }, (_, i) =>
    column.isMissing(i) ? null : textOf(column.cell(i)),
  );
}

/** A present cell as text; a date as in ISO 8601. */
export function textOf(cell: Cell): string {
  return cell instanceof Date ? dateText(cell.getTime()) : String(cell);
}

/** Whether a text, blanks around it aside, reads as a number. */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text.trim());
}

function numberOf(cell: Cell): number {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell !== "string") return Number(cell);
  return isNumberText(cell) ? Number(cell) : Number.NaN;
}

function integerOf(cell: Cell): number {
  const value = numberOf(cell);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

function timeOf(cell: Cell): number {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" ? parseDate(cell) : Number.NaN;
}

function truthOf(cell: Cell): number {
  if (typeof cell === "string") return TRUTHS.get(cell.trim().toLowerCase()) ?? Number.NaN;
  return cell === 0 || cell === 1 ? cell : Number.NaN;
}

function codeOf(truth: number): number {
  return Number.isNaN(truth) ? MISSING_BOOLEAN : truth;
}

function unfit(where: string, column: AnyColumn, row: number, type: ColumnType): ValueError {
  const expected: Record<string, string> = {
    number: "a number",
    integer: "a whole number",
    date: "a date such as 2024-01-31",
    boolean: "true or false",
  };
  return new ValueError(
    `${where}: expected ${expected[type]} in column "${column.name}", got ${describeValue(column.cell(row))} at row ${row}`,
  );
}
