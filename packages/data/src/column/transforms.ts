import { checkInteger, DTypeError, ParameterError } from "@gradus/core";
import type { Cell, ColumnType } from "../schema";
import { expandingWindows, type RollingOptions, rollingWindows } from "../windows/bounds";
import { cumulate, cumulativeSums } from "../windows/cumulative";
import { ExponentialColumn, type ExponentialOptions } from "../windows/exponential";
import { WindowedColumn } from "../windows/windowed";
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

  /**
   * The values `periods` rows further down (up, for a negative number); missing ones fill the gap.
   *
   * @throws ParameterError unless `periods` is an integer.
   */
  shift(periods = 1): this {
    const from = checkWhole("Column.shift", periods);
    const { length } = this;
    const row = (i: number) => (i >= from && i - from < length ? i - from : -1);
    return this.takeUnchecked(Int32Array.from({ length }, (_, i) => row(i)));
  }

  /**
   * Each value less the one `periods` rows before; of dates in milliseconds.
   *
   * @throws DTypeError on text; ParameterError unless `periods` is an integer.
   */
  diff(periods = 1): NumberColumn {
    return this.withEarlier("Column.diff", periods, (value, earlier) => value - earlier);
  }

  /**
   * By what share each value exceeds the one `periods` rows before: x / earlier − 1.
   *
   * @throws DTypeError on text; ParameterError unless `periods` is an integer.
   */
  pctChange(periods = 1): NumberColumn {
    return this.withEarlier("Column.pctChange", periods, (value, earlier) => value / earlier - 1);
  }

  /** The sums up to each row; missing values stay, and are skipped. @throws DTypeError on text. */
  cumSum(): NumberColumn {
    return makeColumn.number(this.name, cumulativeSums(this.numbers("Column.cumSum")));
  }

  /** The products up to each row; missing values stay, and are skipped. @throws DTypeError on text. */
  cumProd(): NumberColumn {
    const products = cumulate(this.numbers("Column.cumProd"), 1, (a, b) => a * b);
    return makeColumn.number(this.name, products);
  }

  /** The least value up to each row; missing values stay, and are skipped. @throws DTypeError on text. */
  cumMin(): NumberColumn {
    return makeColumn.number(
      this.name,
      cumulate(this.numbers("Column.cumMin"), Number.POSITIVE_INFINITY, Math.min),
    );
  }

  /** The largest value up to each row; missing values stay, and are skipped. @throws DTypeError on text. */
  cumMax(): NumberColumn {
    return makeColumn.number(
      this.name,
      cumulate(this.numbers("Column.cumMax"), Number.NEGATIVE_INFINITY, Math.max),
    );
  }

  /**
   * A window over the last rows up to each: so many rows, or a length of time such as "7D" with the
   * dates in `on`.
   *
   * @throws ParameterError for a window that is none; DTypeError on text; ShapeError for as many dates as
   *   there are no rows; ValueError unless they ascend.
   * @example
   * ```ts
   * const price = new NumberColumn("price", Float64Array.of(2, 4, 9));
   * price.rolling(2, { minPeriods: 1 }).sum().toArray(); // → [2, 6, 13]
   * ```
   */
  rolling(window: number | string, options: RollingOptions = {}): WindowedColumn {
    const where = "Column.rolling";
    const { windows, minPeriods } = rollingWindows(where, this.length, window, options);
    return new WindowedColumn(this.name, this.numbers(where), windows, minPeriods);
  }

  /** A window over all rows up to each. @throws ParameterError unless `minPeriods` is an integer >= 0; DTypeError on text. */
  expanding({ minPeriods = 1 }: { readonly minPeriods?: number } = {}): WindowedColumn {
    const where = "Column.expanding";
    checkInteger(where, "minPeriods", minPeriods);
    const windows = expandingWindows(this.length);
    return new WindowedColumn(this.name, this.numbers(where), windows, minPeriods);
  }

  /** Exponentially weighted means and deviations. @throws ParameterError unless one decay is given; DTypeError on text. */
  ewm(options: ExponentialOptions): ExponentialColumn {
    return new ExponentialColumn(this.name, this.numbers("Column.ewm"), options);
  }

  private withEarlier(
    where: string,
    periods: number,
    of: (value: number, earlier: number) => number,
  ): NumberColumn {
    const from = checkWhole(where, periods);
    const values = this.numbers(where);
    return makeColumn.number(
      this.name,
      values.map((value, i) => of(value, values[i - from] ?? Number.NaN)),
    );
  }
}

function checkWhole(where: string, periods: number): number {
  if (Number.isSafeInteger(periods)) return periods;
  throw new ParameterError(`${where}: periods must be an integer, got ${periods}`);
}
