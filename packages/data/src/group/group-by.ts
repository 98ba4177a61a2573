import { DTypeError, describeValue, ParameterError } from "@gradus/core";
import { type AnyColumn, columnFromValues, type TypeOfCell } from "../column/from-values";
import { type Context, overGroups, overRows } from "../expression/context";
import { type Described, Expression, type TypeOn } from "../expression/expression";
import { concatColumns } from "../frame/concat";
import type { DataFrame } from "../frame/data-frame";
import { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import { unknownColumn } from "../frame/unknown-column";
import type { Cell, ColumnName, Row, Schema } from "../schema";
import {
  AGGREGATE_NAMES,
  type AggregateName,
  type AggregateOptions,
  type AggregateType,
  aggregateColumn,
} from "./aggregate";
import { type Grouping, type GroupingOptions, groupRows } from "./grouping";

/** A statistic in `agg`: an expression, or a column with the name of a statistic or a function of the group's column. */
export type Aggregate<S extends Schema> =
  | Expression<Described, ColumnName<S>>
  | readonly [column: ColumnName<S>, statistic: AggregateName | ((column: AnyColumn) => Cell)];

// A type parameter T = S below keeps a method's result out of the question whether a table of known columns is a table of
// any columns, which TypeScript could not answer for these types.

/** The schema of what `agg` computes. */
export type AggregatedSchema<S extends Schema, A> = {
  [K in keyof A & string]: A[K] extends Expression<infer D, string>
    ? TypeOn<S, D>
    : A[K] extends readonly [infer N, infer F]
      ? F extends AggregateName
        ? AggregateType<N extends keyof S ? S[N] : never, F>
        : F extends (column: never) => infer C
          ? TypeOfCell<Exclude<C, null>>
          : never
      : never;
};

/** The table of a statistic of the columns `C`, or of all columns of numbers, by the keys `K`. */
export type Summarised<
  S extends Schema,
  K extends string,
  C extends string,
  A extends AggregateName,
> = Pick<S, K & keyof S> & { [N in Summarises<S, K, C>]: AggregateType<S[N], A> };

type Summarises<S extends Schema, K extends string, C extends string> = [C] extends [never]
  ? Exclude<
      { [N in ColumnName<S>]: S[N] extends "number" | "integer" ? N : never }[ColumnName<S>],
      K
    >
  : C;

/**
 * The rows of a table in groups with equal values in the key columns.
 *
 * The groups stand in the order in which they first appear, or of their keys with `sort: true`; rows
 * with a missing key are left out, or are groups of their own with `dropMissing: false`. Statistics
 * skip missing values.
 *
 * Each method but `transform` gives a table that begins with the keys, one row a group.
 *
 * @example
 * ```ts
 * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
 * sales.groupBy("town").mean().column("price").toArray(); // → [3, 1]
 * ```
 */
export class GroupBy<out S extends Schema = Schema, K extends string = string> {
  readonly #frame: DataFrame<S>;
  readonly #keys: readonly AnyColumn[];
  readonly #grouping: Grouping;

  /** @internal use `DataFrame.groupBy` */
  constructor(frame: DataFrame<S>, keys: readonly AnyColumn[], options: GroupingOptions = {}) {
    this.#frame = frame;
    this.#keys = keys;
    this.#grouping = groupRows(keys, options);
  }

  /** How many groups there are. */
  get nGroups(): number {
    return this.#grouping.nGroups;
  }

  /** How many rows each group has, in a column `count`; missing values count. */
  count<T extends Schema = S>(): DataFrame<Pick<T, K & keyof T> & { count: "integer" }> {
    return this.#keyed("GroupBy.count", [
      columnFromValues("GroupBy.count", "count", this.#grouping.sizes()),
    ]);
  }

  /**
   * Several statistics, each under a name of its own.
   *
   * @param aggregates for each new column an expression that comes to one value a group, or a column's
   *   name with that of a statistic or with a function of the group's column
   * @throws ParameterError for an unknown column or statistic, or an expression of one value a row;
   *   DTypeError for a statistic that the column's type does not have.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
   * const range = col("price").max().sub(col("price").min());
   * const byTown = sales.groupBy("town").agg({ range, n: count(), mean: ["price", "mean"] });
   * byTown.rows()[0]; // → { town: "Ames", range: 2, n: 2, mean: 3 }
   * ```
   */
  agg<const A extends Readonly<Record<string, Aggregate<S>>>, T extends Schema = S>(
    aggregates: A,
  ): DataFrame<Pick<T, K & keyof T> & AggregatedSchema<T, A>> {
    const where = "GroupBy.agg";
    const context = this.#context(where);
    const columns = Object.entries(aggregates).map(([name, aggregate]) => {
      const expression = expressionOf(where, name, aggregate as Aggregate<Schema>, context);
      return overGroups(expression.evaluate(context), context, name).rename(name);
    });
    return this.#keyed(where, columns);
  }

  /**
   * The table with new columns computed group by group, one value a row; a statistic is repeated for
   * all rows of its group. Rows without a group have missing values there.
   *
   * @throws ParameterError for an unknown column.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
   * const share = col("price").div(col("price").sum());
   * sales.groupBy("town").transform({ share }).column("share").at(0); // → 0.3333333333333333
   * ```
   */
  transform<
    const A extends Readonly<Record<string, Expression<Described, ColumnName<S>>>>,
    T extends Schema = S,
  >(expressions: A): DataFrame<Omit<T, keyof A> & AggregatedSchema<T, A>> {
    const where = "GroupBy.transform";
    const context = this.#context(where);
    const all = new Map(this.#frame.columnList().map((column) => [column.name, column]));
    for (const [name, expression] of Object.entries(expressions)) {
      all.set(name, overRows(expression.evaluate(context), context, name).rename(name));
    }
    return makeFrame(where, [...all.values()]);
  }

  /**
   * What a function makes of each group's table: a table, whose rows are stacked, or one row of values.
   * The group's keys stand in front of them.
   *
   * @throws ParameterError if the tables have different columns; DTypeError if it gives something else.
   */
  apply(
    compute: (group: DataFrame<S>, key: Row) => DataFrame | Readonly<Record<string, Cell>>,
  ): DataFrame {
    const where = "GroupBy.apply";
    const parts = [...this].map(([key, group]) => framed(where, compute(group, key)));
    const lengths = parts.map((part) => part.nRows);
    const groups = Int32Array.from(lengths.flatMap((n, g) => Array<number>(n).fill(g)));
    const keys = this.#keyColumns().map((key) => key.takeUnchecked(groups));
    const taken = new Set(keys.map((key) => key.name));
    const stacked = concatColumns(
      where,
      parts.map((part) => part.columnList().filter((column) => !taken.has(column.name))),
    );
    return makeFrame(where, [...keys, ...stacked]);
  }

  /** Each group's keys and rows. */
  *[Symbol.iterator](): IterableIterator<[key: Row, group: DataFrame<S>]> {
    const keys = makeFrame("GroupBy", this.#keyColumns()).rows();
    for (let g = 0; g < this.nGroups; g++) {
      yield [keys[g]!, this.#frame.takeUnchecked(this.#grouping.rowsOf(g))];
    }
  }

  /** The sum of each column named, or of every column of numbers. @throws ParameterError for an unknown column; DTypeError on text. */
  sum<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "sum">> {
    return this.#summary("sum", columns);
  }

  /** The mean of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  mean<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "mean">> {
    return this.#summary("mean", columns);
  }

  /** The median of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  median<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "median">> {
    return this.#summary("median", columns);
  }

  /** The smallest value of each group. @throws ParameterError for an unknown column. */
  min<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "min">> {
    return this.#summary("min", columns);
  }

  /** The largest value of each group. @throws ParameterError for an unknown column. */
  max<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "max">> {
    return this.#summary("max", columns);
  }

  /** The standard deviation of each group, divisor n − 1. @throws ParameterError for an unknown column; DTypeError on text. */
  std<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "std">> {
    return this.#summary("std", columns);
  }

  /** The variance of each group, divisor n − 1. @throws ParameterError for an unknown column; DTypeError on text. */
  variance<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "variance">> {
    return this.#summary("variance", columns);
  }

  /** The first value of each group that is not missing. @throws ParameterError for an unknown column. */
  first<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "first">> {
    return this.#summary("first", columns);
  }

  /** The last value of each group that is not missing. @throws ParameterError for an unknown column. */
  last<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "last">> {
    return this.#summary("last", columns);
  }

  /** How many different values each group has. @throws ParameterError for an unknown column. */
  nunique<C extends ColumnName<S> = never, T extends Schema = S>(
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "nunique">> {
    return this.#summary("nunique", columns);
  }

  /** The quantile of each group. @throws as `mean`; OutOfRangeError unless 0 <= q <= 1. */
  quantile<C extends ColumnName<S> = never, T extends Schema = S>(
    q: number,
    ...columns: C[]
  ): DataFrame<Summarised<T, K, C, "quantile">> {
    return this.#summary("quantile", columns, { q });
  }

  #summary<R extends Schema>(
    name: AggregateName,
    names: readonly string[],
    options: AggregateOptions = {},
  ): DataFrame<R> {
    const where = `GroupBy.${name}`;
    const keys = new Set(this.#keys.map((key) => key.name));
    const chosen = names.length
      ? names.map((column) => this.#frame.columnNamed(where, column))
      : this.#frame.columnList().filter((column) => isNumeric(column) && !keys.has(column.name));
    return this.#keyed(
      where,
      chosen.map((column) => aggregateColumn(where, column, this.#grouping, name, options)),
    );
  }

  #keyed<R extends Schema>(where: string, columns: readonly AnyColumn[]): DataFrame<R> {
    return makeFrame(where, [...this.#keyColumns(), ...columns]);
  }

  #keyColumns(): AnyColumn[] {
    return this.#keys.map((key) => key.takeUnchecked(this.#grouping.firstRows));
  }

  #context(where: string): Context {
    const frame = this.#frame;
    return {
      where,
      nRows: frame.nRows,
      grouping: this.#grouping,
      column: (name) => frame.columnNamed(where, name),
    };
  }
}

function isNumeric(column: AnyColumn): boolean {
  return column.type === "number" || column.type === "integer";
}

function expressionOf(
  where: string,
  name: string,
  aggregate: Aggregate<Schema>,
  context: Context,
): Expression {
  if (aggregate instanceof Expression) return aggregate;
  if (!Array.isArray(aggregate) || aggregate.length !== 2) {
    throw new ParameterError(
      `${where}: expected an expression or a column with a statistic for "${name}"`,
    );
  }
  const [column, statistic] = aggregate as [string, AggregateName | ((c: AnyColumn) => Cell)];
  const values = new Expression(() => ({ per: "row", column: context.column(column) }));
  if (typeof statistic === "function") return values.aggregate(statistic);
  if (!AGGREGATE_NAMES.includes(statistic)) throw unknownColumn(where, statistic, AGGREGATE_NAMES);
  return statistic === "quantile" ? values.quantile(0.5) : values[statistic]();
}

function framed(where: string, made: DataFrame | Readonly<Record<string, Cell>>): DataFrame {
  if (typeof made !== "object" || made === null) {
    throw new DTypeError(
      `${where}: expected a table or an object of values from the function, got ${describeValue(made)}`,
    );
  }
  if (made instanceof FrameBase) return made as DataFrame;
  const columns = Object.entries(made as Record<string, Cell>).map(([name, cell]) =>
    columnFromValues(where, name, [cell]),
  );
  return makeFrame(where, columns);
}
