import { ParameterError } from "@gradus/core";
import { BooleanColumn } from "../column/boolean-column";
import { convertColumn } from "../column/convert";
import { type AnyColumn, columnFromValues } from "../column/from-values";
import { type AggregateName, type AggregateOptions, aggregateColumn } from "../group/aggregate";
import type { Cell, ColumnType, Schema } from "../schema";
import { fillMissing } from "./choice";
import { aggregated, constant, type Evaluate, overRows } from "./context";
import { arithmetic, comparison, kleene, logic, type Outcomes } from "./operations";

/** The type of a column that is only known when there is a table: that of its column of this name. */
export interface ColumnReference<N extends string> {
  readonly column: N;
}

/** What is known of an expression's values before there is a table. */
export type Described = ColumnType | ColumnReference<string>;

/** The column type that an expression has on a table of schema `S`. */
export type TypeOn<S extends Schema, D> =
  D extends ColumnReference<infer N>
    ? (N extends keyof S ? S[N] : never) & ColumnType
    : D & ColumnType;

/** An expression of true and false; whether a named column is that is seen when there is a table. */
export type Condition<N extends string> = Expression<"boolean" | ColumnReference<string>, N>;

/** An expression that uses columns with names of `N`, or a plain value. */
export type Operand<N extends string, C extends Cell = Cell> = C | Expression<Described, N>;

/**
 * A computation over columns, written down before there is a table: `col("price").div(col("area"))`.
 * Tables work it out column by column, in `filter`, `assign`, `select`, `sortBy` and `groupBy().agg`.
 *
 * Arithmetic gives numbers, a date counting as its milliseconds since 1970, and true as 1. A missing
 * value makes arithmetic missing; compared with it everything is false (and `notEqual` true), as in
 * pandas. `and`, `or` and `not` are missing only where they hang on a missing value. A statistic, such
 * as `mean()`, is one value for the table or for each group, and may stand beside columns.
 *
 * TypeScript knows which columns an expression uses, so a table refuses names that it does not have.
 *
 * @example
 * ```ts
 * const houses = DataFrame.fromColumns({ area: [80, 120, 100], price: [200, 330, 240] });
 * const cheap = col("price").div(col("area")).lt(2.6);
 * houses.filter(cheap).column("area").toArray(); // → [80, 100]
 * ```
 */
export class Expression<D extends Described = Described, N extends string = string> {
  /** Not there when the program runs: for TypeScript only. @internal */
  declare readonly described: D;
  /** Not there when the program runs: for TypeScript only. @internal */
  declare readonly uses: N;
  /** @internal */
  readonly evaluate: Evaluate;

  /** @internal made by `col`, `lit`, `count` and `when` */
  constructor(evaluate: Evaluate) {
    this.evaluate = evaluate;
  }

  // --- Arithmetic ---

  add<M extends string = never>(other: Operand<M>): Expression<"number", N | M> {
    return this.#compute("add", other, (a, b) => a + b);
  }
  sub<M extends string = never>(other: Operand<M>): Expression<"number", N | M> {
    return this.#compute("sub", other, (a, b) => a - b);
  }
  mul<M extends string = never>(other: Operand<M>): Expression<"number", N | M> {
    return this.#compute("mul", other, (a, b) => a * b);
  }
  div<M extends string = never>(other: Operand<M>): Expression<"number", N | M> {
    return this.#compute("div", other, (a, b) => a / b);
  }
  /** The remainder, with the sign of the divisor, as in Python. */
  mod<M extends string = never>(other: Operand<M>): Expression<"number", N | M> {
    return this.#compute("mod", other, (a, b) => a - b * Math.floor(a / b));
  }
  floorDivide<M extends string = never>(other: Operand<M>): Expression<"number", N | M> {
    return this.#compute("floorDivide", other, (a, b) => Math.floor(a / b));
  }
  pow<M extends string = never>(exponent: Operand<M>): Expression<"number", N | M> {
    return this.#compute("pow", exponent, (a, b) => a ** b);
  }
  neg(): Expression<"number", N> {
    return this.#apply("neg", (a) => -a);
  }
  abs(): Expression<"number", N> {
    return this.#apply("abs", Math.abs);
  }
  sqrt(): Expression<"number", N> {
    return this.#apply("sqrt", Math.sqrt);
  }
  exp(): Expression<"number", N> {
    return this.#apply("exp", Math.exp);
  }
  log(): Expression<"number", N> {
    return this.#apply("log", Math.log);
  }
  log10(): Expression<"number", N> {
    return this.#apply("log10", Math.log10);
  }
  log1p(): Expression<"number", N> {
    return this.#apply("log1p", Math.log1p);
  }
  floor(): Expression<"number", N> {
    return this.#apply("floor", Math.floor);
  }
  ceil(): Expression<"number", N> {
    return this.#apply("ceil", Math.ceil);
  }
  /** To the nearest number of so many decimals, halves to the even one, as in NumPy. */
  round(decimals = 0): Expression<"number", N> {
    const scale = 10 ** decimals;
    return this.#apply("round", (a) => roundEven(a * scale) / scale);
  }
  /** No less than `low`, no more than `high`. */
  clip(low: number, high: number): Expression<"number", N> {
    return this.#apply("clip", (a) => Math.min(Math.max(a, low), high));
  }

  // --- Comparison ---

  equal<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return this.#compare("equal", other, [0, 1, 0, 0]);
  }
  notEqual<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return this.#compare("notEqual", other, [1, 0, 1, 1]);
  }
  /** Greater than. */
  gt<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return this.#compare("gt", other, [0, 0, 1, 0]);
  }
  /** Greater than or equal. */
  ge<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return this.#compare("ge", other, [0, 1, 1, 0]);
  }
  /** Less than. */
  lt<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return this.#compare("lt", other, [1, 0, 0, 0]);
  }
  /** Less than or equal. */
  le<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return this.#compare("le", other, [1, 1, 0, 0]);
  }
  /** From `low` to `high`, both included. */
  between<M extends string = never>(
    low: Operand<M>,
    high: Operand<M>,
  ): Expression<"boolean", N | M> {
    return this.ge(low).and(this.le(high));
  }
  /** Whether the value is one of these; a missing value is none. */
  isIn(values: readonly Exclude<Cell, null>[]): Expression<"boolean", N> {
    const members = new Set(values.map(comparable));
    return this.map("isIn", (column) => {
      const { codes, firstRows } = column.factorize();
      const found = Uint8Array.from(firstRows, (row) =>
        Number(members.has(comparable(column.cell(row)!))),
      );
      const truths = Uint8Array.from(codes, (code) => (code < 0 ? 0 : found[code]!));
      return new BooleanColumn("isIn", truths);
    });
  }

  // --- Logic ---

  and<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return new Expression(logic("and", [this.evaluate, evaluateOf(other)], kleene.and));
  }
  or<M extends string = never>(other: Operand<M>): Expression<"boolean", N | M> {
    return new Expression(logic("or", [this.evaluate, evaluateOf(other)], kleene.or));
  }
  not(): Expression<"boolean", N> {
    return new Expression(logic("not", [this.evaluate], kleene.not));
  }

  // --- Missing values and types ---

  isMissing(): Expression<"boolean", N> {
    return this.map("isMissing", (column) => missingOnes(column, 1));
  }
  notMissing(): Expression<"boolean", N> {
    return this.map("notMissing", (column) => missingOnes(column, 0));
  }
  /** The values, with another one where they are missing. */
  fillMissing<M extends string = never>(filler: Operand<M>): Expression<D, N | M> {
    return new Expression(fillMissing(this.evaluate, evaluateOf(filler)));
  }
  /** The values in another type; see `DataFrame.astype`. */
  astype<T extends ColumnType>(type: T): Expression<T, N> {
    return this.map("astype", (column, where) => convertColumn(where, column, type));
  }

  /**
   * What a function makes of the column, one value a row: the way to use what has no method here.
   *
   * @param name what errors call it
   * @throws ParameterError if the function gives back a column of another length.
   */
  map<T extends ColumnType = ColumnType>(
    name: string,
    of: (column: AnyColumn, where: string) => AnyColumn,
  ): Expression<T, N> {
    return new Expression((context) => {
      const value = this.evaluate(context);
      const per = value.per === "group" ? "group" : "row";
      const column = value.per === "group" ? value.column : overRows(value, context);
      const mapped = of(column, `${context.where}: ${name}`);
      if (mapped.length === column.length) return { per, column: mapped };
      throw new ParameterError(
        `${context.where}: expected ${column.length} values from ${name}, got ${mapped.length}`,
      );
    });
  }

  // --- Statistics: one value for the table, or for each group ---

  /** How many values are not missing. */
  count(): Expression<"integer", N> {
    return this.#statistic("count");
  }
  sum(): Expression<"number", N> {
    return this.#statistic("sum");
  }
  prod(): Expression<"number", N> {
    return this.#statistic("prod");
  }
  mean(): Expression<"number", N> {
    return this.#statistic("mean");
  }
  median(): Expression<"number", N> {
    return this.#statistic("median");
  }
  min(): Expression<D, N> {
    return this.#statistic("min");
  }
  max(): Expression<D, N> {
    return this.#statistic("max");
  }
  std(options?: Pick<AggregateOptions, "ddof">): Expression<"number", N> {
    return this.#statistic("std", options);
  }
  variance(options?: Pick<AggregateOptions, "ddof">): Expression<"number", N> {
    return this.#statistic("variance", options);
  }
  /** The first value that is not missing. */
  first(): Expression<D, N> {
    return this.#statistic("first");
  }
  /** The last value that is not missing. */
  last(): Expression<D, N> {
    return this.#statistic("last");
  }
  /** How many different values there are, missing ones left out. */
  nunique(): Expression<"integer", N> {
    return this.#statistic("nunique");
  }
  /** The value below which the share `q` of the values lies. @throws OutOfRangeError unless 0 <= q <= 1. */
  quantile(q: number): Expression<"number", N> {
    return this.#statistic("quantile", { q });
  }
  /** Whether any value is true, or not 0. */
  any(): Expression<"boolean", N> {
    return this.#statistic("any");
  }
  /** Whether all values are true, or not 0. */
  all(): Expression<"boolean", N> {
    return this.#statistic("all");
  }
  /** A statistic of your own: a function of the column of each group. */
  aggregate<T extends ColumnType = ColumnType>(
    statistic: (column: AnyColumn) => Cell,
  ): Expression<T, N> {
    return new Expression((context) =>
      aggregated(this.evaluate(context), context, (column, grouping) => {
        const groups = Array.from({ length: grouping.nGroups }, (_, g) => grouping.rowsOf(g));
        const cells = groups.map((rows) => statistic(column.takeUnchecked(rows)));
        return columnFromValues(context.where, "aggregate", cells);
      }),
    );
  }

  #apply(name: string, compute: (a: number) => number): Expression<"number", N> {
    return new Expression(arithmetic(name, [this.evaluate], compute));
  }

  #compute<M extends string>(
    name: string,
    other: Operand<M>,
    compute: (a: number, b: number) => number,
  ): Expression<"number", N | M> {
    return new Expression(arithmetic(name, [this.evaluate, evaluateOf(other)], compute));
  }

  #compare<M extends string>(
    name: string,
    other: Operand<M>,
    outcomes: Outcomes,
  ): Expression<"boolean", N | M> {
    return new Expression(comparison(name, this.evaluate, evaluateOf(other), outcomes));
  }

  #statistic<T extends Described>(
    name: AggregateName,
    options?: AggregateOptions,
  ): Expression<T, N> {
    return new Expression((context) =>
      aggregated(this.evaluate(context), context, (column, grouping) =>
        aggregateColumn(`${context.where}: ${name}`, column, grouping, name, options),
      ),
    );
  }
}

/** How an operand is worked out. */
export function evaluateOf(operand: Operand<string>): Evaluate {
  return operand instanceof Expression ? operand.evaluate : constant(operand);
}

function missingOnes(column: AnyColumn, ofMissing: number): BooleanColumn {
  const codes = new Uint8Array(column.length);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = column.isMissing(i) ? ofMissing : 1 - ofMissing;
  }
  return new BooleanColumn("isMissing", codes);
}

function comparable(cell: Exclude<Cell, null>): string | number | boolean {
  return cell instanceof Date ? cell.getTime() : cell;
}

function roundEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
