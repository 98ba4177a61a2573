import { DTypeError } from "@gradus/core";
import type { ColumnType } from "../schema";
import { BooleanColumn } from "./boolean-column";
import { CategoryColumn } from "./category-column";
import { DateColumn } from "./date-column";
import { Float64Column } from "./float64-column";
import type { AnyColumn } from "./from-values";
import { IntegerColumn } from "./integer-column";
import { NumberColumn } from "./number-column";
import { StringColumn } from "./string-column";

/**
 * Columns one below the other, under the name of the first. Whole numbers and numbers make numbers, text
 * and categories, or categories that differ, make text; a column without any value fits everywhere.
 *
 * @throws DTypeError for other types that differ.
 */
export function stackColumns(where: string, columns: readonly AnyColumn[]): AnyColumn {
  const { name } = columns[0]!;
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const type = commonType(where, columns);
  switch (type) {
    case "number":
      return new NumberColumn(name, stackNumbers(columns, length));
    case "integer":
      return new IntegerColumn(name, stackNumbers(columns, length));
    case "date":
      return new DateColumn(name, stackNumbers(columns, length));
    case "boolean": {
      const codes = new Uint8Array(length).fill(2);
      eachPart(
        columns,
        (column, at) => column instanceof BooleanColumn && codes.set(column.codes, at),
      );
      return new BooleanColumn(name, codes);
    }
    case "category": {
      const codes = new Int32Array(length).fill(-1);
      eachPart(
        columns,
        (column, at) => column instanceof CategoryColumn && codes.set(column.codes, at),
      );
      const first = columns.find((column) => column.type === "category") as CategoryColumn;
      return new CategoryColumn(name, codes, first.categories, first.ordered);
    }
    case "string":
      return new StringColumn(
        name,
        columns.flatMap((column) =>
          isText(column.type)
            ? (column.toArray() as (string | null)[])
            : Array<null>(column.length).fill(null),
        ),
      );
  }
}

/** A column of missing values. */
export function missingColumn(like: AnyColumn, length: number): AnyColumn {
  return like.takeUnchecked(new Int32Array(length).fill(-1));
}

function commonType(where: string, columns: readonly AnyColumn[]): ColumnType {
  const present = columns.filter((column) => column.missingCount < column.length);
  const decisive = present.length > 0 ? present : columns.slice(0, 1);
  const types = [...new Set(decisive.map((column) => column.type))];
  if (types.length === 1) return types[0] === "category" ? ofCategories(decisive) : types[0]!;
  if (types.every((type) => type === "number" || type === "integer")) return "number";
  if (types.every(isText)) return "string";
  throw new DTypeError(
    `${where}: expected one type in column "${columns[0]!.name}", got ${types.join(" and ")}`,
  );
}

function ofCategories(columns: readonly AnyColumn[]): ColumnType {
  const [first, ...others] = columns as CategoryColumn[];
  const isSame = others.every(
    ({ categories, ordered }) =>
      ordered === first!.ordered &&
      categories.length === first!.categories.length &&
      categories.every((category, i) => category === first!.categories[i]),
  );
  return isSame ? "category" : "string";
}

function stackNumbers(columns: readonly AnyColumn[], length: number): Float64Array {
  const values = new Float64Array(length).fill(Number.NaN);
  eachPart(
    columns,
    (column, at) => column instanceof Float64Column && values.set(column.values, at),
  );
  return values;
}

function eachPart(columns: readonly AnyColumn[], copy: (column: AnyColumn, at: number) => void) {
  let at = 0;
  for (const column of columns) {
    copy(column, at);
    at += column.length;
  }
}

function isText(type: ColumnType): boolean {
  return type === "string" || type === "category";
}
