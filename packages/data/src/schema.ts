/** The types a column can have. */
export type ColumnType = "number" | "integer" | "string" | "boolean" | "date" | "category";

/** The types of columns that hold numbers. */
export type NumericType = "number" | "integer";

/** What a cell of each column type holds: a missing number is NaN, any other missing value is null. */
export interface CellTypes {
  number: number;
  integer: number;
  string: string | null;
  boolean: boolean | null;
  date: Date | null;
  category: string | null;
}

/** Every column type, in the order in which messages name them. */
export const COLUMN_TYPES = ["number", "integer", "string", "boolean", "date", "category"] as const;

/** A single value of a table. */
export type Cell = CellTypes[ColumnType];

/** The names of a table's columns and their types, in order. */
export type Schema = Record<string, ColumnType>;

/** One row as an object: `row.price`. */
export type Row<S extends Schema = Schema> = { readonly [K in keyof S]: CellTypes[S[K]] };

/**
 * The names of the columns of a table.
 *
 * Not `keyof S & string`: by that, a table of known columns is not a table of any columns to TypeScript,
 * which then takes S for contravariant without a look at the members.
 */
export type ColumnName<S extends Schema> = keyof { [K in keyof S as K & string]-?: true } & string;

/** True for the values that stand for "no value here": NaN, null, undefined and a Date that is none. */
export function isMissingCell(value: unknown): boolean {
  if (value === null || value === undefined || Number.isNaN(value)) return true;
  return value instanceof Date && Number.isNaN(value.getTime());
}
