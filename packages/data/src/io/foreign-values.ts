import { DTypeError, describeValue, ValueError } from "@gradus/core";
import { BooleanColumn, MISSING_BOOLEAN } from "../column/boolean-column";
import { DateColumn } from "../column/date-column";
import { type AnyColumn, categoryColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import { StringColumn } from "../column/string-column";
import type { ColumnType } from "../schema";

/** Values of a column as a reader of another format gives them: missing ones null or undefined. */
export type ForeignValues = ArrayLike<unknown>;

/**
 * A column of a known type from the values of another format; dates are milliseconds since 1970.
 *
 * @throws ValueError naming the row of a whole number that a double cannot hold; DTypeError for a value
 *   that is not of the type.
 */
export function columnOfForeign(
  where: string,
  name: string,
  type: ColumnType,
  values: ForeignValues,
): AnyColumn {
  switch (type) {
    case "number":
      return new NumberColumn(name, numbersOf(where, name, values));
    case "integer":
      return new IntegerColumn(name, numbersOf(where, name, values));
    case "date":
      return new DateColumn(name, numbersOf(where, name, values));
    case "boolean":
      return new BooleanColumn(name, truthsOf(values));
    case "string":
      return new StringColumn(name, textsOf(where, name, values));
    case "category":
      return categoryColumn(name, textsOf(where, name, values));
  }
}

function numbersOf(where: string, name: string, values: ForeignValues): Float64Array {
  if (values instanceof Float64Array) return values.slice();
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < numbers.length; i++) {
    const value = values[i];
    if (typeof value === "number") numbers[i] = value;
    else if (typeof value === "bigint") numbers[i] = safe(where, name, value, i);
    else if (value === null || value === undefined) numbers[i] = Number.NaN;
    else if (value instanceof Date) numbers[i] = value.getTime();
    else throw unfit(where, name, "a number", value, i);
  }
  return numbers;
}

function safe(where: string, name: string, value: bigint, row: number): number {
  const number = Number(value);
  if (BigInt(number) === value) return number;
  throw new ValueError(
    `${where}: expected whole numbers that a double holds in column "${name}", got ${value} at row ${row}; leave the column out with the option "columns"`,
  );
}

function truthsOf(values: ForeignValues): Uint8Array {
  const codes = new Uint8Array(values.length);
  for (let i = 0; i < codes.length; i++) {
    const value = values[i];
    codes[i] = value === null || value === undefined ? MISSING_BOOLEAN : value ? 1 : 0;
  }
  return codes;
}

function textsOf(where: string, name: string, values: ForeignValues): (string | null)[] {
  return Array.from({ length: values.length }, (_, i) => {
    const value = values[i];
    if (value === null || value === undefined) return null;
    if (typeof value === "string") return value;
    throw unfit(where, name, "text", value, i);
  });
}

function unfit(where: string, name: string, expected: string, value: unknown, row: number) {
  return new DTypeError(
    `${where}: expected ${expected} in column "${name}", got ${describeValue(value)} at row ${row}; leave the column out with the option "columns"`,
  );
}
