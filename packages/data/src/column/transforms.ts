import { checkInteger, DTypeError, ParameterError } from "@gradus/core";
import type { Cell, ColumnType } from "../schema";
import type { BooleanColumn } from "./boolean-column";
import { Column } from "./column";
import { type CorrelationOptions, correlation, covariance } from "./correlation";
import { type FillOptions, fillFromNeighbours, fillWithCell } from "./fill";
import type { AnyColumn } from "./from-values";
import { makeColumn } from "./make-column";
import type { NumberColumn } from "./number-column";
import { type RankOptions, ranks } from "./rank";
import { replaceCells } from "./replace";
import { storedCell } from "./stored";

/** Methods that give a column computed from this one, or say how it goes with another. */
export abstract class ColumnTransforms<T extends ColumnType = ColumnType> extends Column<T> {
  /** For each row whether its value is missing. */
  missing(): BooleanColumn {
    const codes = Uint8Array.from({ length: this.length }, (_, i) => Number(this.isMissing(i)));
    return makeColumn.boolean(this.name, codes);
  }

  /** How many different values there are, missing ones left out. */
  nunique(): number {
    return this.factorize().firstRows.length;
  }

  /**
   * The column without gaps: a value in their place, or what stands before, after or between.
   *
   * @param filling a value of the column's type, or `{ method: "forward" | "backward" | "linear" }`
   * @throws DTypeError for a value of another type; ValueError for a text that is no category;
   *   ParameterError for an unknown method.
   * @example
   * ```ts
   * const price = new NumberColumn("price", Float64Array.of(2, NaN, 6));
   * price.fillMissing(0).toArray(); // → [2, 0, 6]
   * price.fillMissing({ method: "linear" }).toArray(); // → [2, 4, 6]
   * ```
   */
  fillMissing(filling: Cell | FillOptions): this {
    const where = "Column.fillMissing";
    const column = this as unknown as AnyColumn;
    const isMethod = typeof filling === "object" && filling !== null && "method" in filling;
    const filled = isMethod
      ? fillFromNeighbours(where, column, filling)
      : fillWithCell(where, column, filling);
    return filled as unknown as this;
  }

  /**
   * The column with a value in place of one or several others; null or NaN makes them missing.
   *
   * @throws DTypeError for a replacement of another type; ParameterError for a missing value to replace.
   * @example
   * ```ts
   * new NumberColumn("age", Float64Array.of(31, -99, 28)).replace(-99, NaN).missingCount; // → 1
   * ```
   */
  replace(old: Cell | readonly Cell[], value: Cell): this {
    const olds: readonly Cell[] = Array.isArray(old) ? old : [old];
    const pairs = new Map(olds.map((cell) => [cell, value]));
    return replaceCells("Column.replace", this as unknown as AnyColumn, pairs) as unknown as this;
  }

  /**
   * Values below `lower` become it, values above `upper` that.
   *
   * @throws DTypeError unless the column holds numbers or dates, or for a bound of another type;
   *   ParameterError if `lower` is above `upper`.
   */
  clip({ lower, upper }: { readonly lower?: number | Date; readonly upper?: number | Date }): this {
    const where = "Column.clip";
    const column = this as unknown as AnyColumn;
    if (column.type !== "number" && column.type !== "integer" && column.type !== "date") {
      throw new DTypeError(
        `${where}: expected numbers or dates in "${this.name}", got ${column.type}`,
      );
    }
    const bound = (cell: Cell | undefined, otherwise: number) =>
      cell === undefined ? otherwise : (storedCell(where, column, cell) as number);
    const least = bound(lower, Number.NEGATIVE_INFINITY);
    const most = bound(upper, Number.POSITIVE_INFINITY);
    if (!(least <= most)) {
      throw new ParameterError(`${where}: expected lower <= upper, got ${least} and ${most}`);
    }
    const clipped = column.values.map((value) => Math.min(most, Math.max(least, value)));
    return makeColumn[column.type](this.name, clipped) as unknown as this;
  }

  /**
   * The place of each value in the sorted column, from 1; equal values share the mean of their places.
   *
   * @throws ParameterError for an unknown option.
   * @example
   * ```ts
   * new NumberColumn("time", Float64Array.of(12, 9, 12, 15)).rank().toArray(); // → [2.5, 1, 2.5, 4]
   * ```
   */
  rank(options?: RankOptions): NumberColumn {
    const column = this as unknown as AnyColumn;
    return makeColumn.number(this.name, ranks("Column.rank", column, options));
  }

  /** The correlation with another column over the rows that both have. @throws DTypeError on text; ShapeError for another length. */
  corr(other: Column, options?: CorrelationOptions): number {
    const where = "Column.corr";
    const [x, y] = [this.numbers(where), other.toNumbersUnchecked(where)];
    return correlation(where, x, y, options);
  }

  /** The covariance with another column over the rows that both have. @throws DTypeError on text; ShapeError for another length. */
  cov(other: Column, { ddof = 1 }: { readonly ddof?: number } = {}): number {
    const where = "Column.cov";
    checkInteger(where, "ddof", ddof);
    return covariance(where, this.numbers(where), other.toNumbersUnchecked(where), ddof);
  }
}
