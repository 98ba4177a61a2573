import type { BooleanColumn } from "./boolean-column";
import type { CategoryColumn } from "./category-column";
import type { DateColumn } from "./date-column";
import type { IntegerColumn } from "./integer-column";
import type { NumberColumn } from "./number-column";
import type { StringColumn } from "./string-column";

/** How a column of each type is made of what it keeps. */
export interface ColumnMakers {
  number(name: string, values: Float64Array): NumberColumn;
  integer(name: string, values: Float64Array): IntegerColumn;
  date(name: string, values: Float64Array): DateColumn;
  boolean(name: string, codes: Uint8Array): BooleanColumn;
  string(name: string, values: readonly (string | null)[]): StringColumn;
  category(
    name: string,
    codes: Int32Array,
    categories: readonly string[],
    ordered?: boolean,
  ): CategoryColumn;
}

/**
 * Makes columns of any type. The classes enter themselves when they are defined, so that the methods of
 * one can give columns of another and no two files need each other. @internal
 */
export const makeColumn = {} as ColumnMakers;

/** @internal */
export function registerColumn<T extends keyof ColumnMakers>(
  type: T,
  maker: ColumnMakers[T],
): void {
  makeColumn[type] = maker;
}
