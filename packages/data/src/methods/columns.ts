import { convertColumn } from "../column/convert";
import {
  type ColumnValues,
  columnFromValues,
  type TypeOfCell,
  type TypeOfValues,
} from "../column/from-values";
import { overRows, wholeTable } from "../expression/context";
import { type Described, Expression, type TypeOn } from "../expression/expression";
import type { DataFrame } from "../frame/data-frame";
import { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import type { Cell, ColumnName, ColumnType, Row, Schema } from "../schema";

/** The schema of the table that `fromColumns` and `assign` make of an object of columns. */
export type SchemaOf<C> = {
  [K in keyof C & string]: C[K] extends (...row: never[]) => infer R
    ? TypeOfCell<Exclude<R, null>>
    : TypeOfValues<C[K]>;
};

/** What `assign` takes for a column: values, an expression, or a function of a row. */
export type Assignable<S extends Schema> =
  | ColumnValues
  | Expression<Described, ColumnName<S>>
  | ((row: Row<S>, index: number) => Cell);

/** The schema of new columns on a table of schema `S`. */
export type AssignedSchema<S extends Schema, C> = {
  [K in keyof C & string]: C[K] extends Expression<infer D, string>
    ? TypeOn<S, D>
    : SchemaOf<Pick<C, K>>[K];
};

/** The table that has `N`'s columns besides, or in place of, those of `S`. */
export type Assigned<S extends Schema, N extends Schema> = Omit<S, keyof N> & N;

/** Methods that choose, add and change columns. */
export abstract class ColumnMethods<S extends Schema> extends FrameBase<S> {
  /**
   * Only these columns, in this order; or, given an object, only columns computed by its expressions.
   *
   * @throws ParameterError for an unknown or repeated name.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ area: [80, 120], price: [200, 330] });
   * houses.select({ perArea: col("price").div(col("area")) }).columns; // → ["perArea"]
   * ```
   */
  select<const A extends Readonly<Record<string, Expression<Described, ColumnName<S>>>>>(
    expressions: A,
  ): DataFrame<AssignedSchema<S, A>>;
  select<K extends ColumnName<S>>(...names: K[]): DataFrame<Pick<S, K>>;
  select(...given: string[] | [Readonly<Record<string, Expression>>]): DataFrame {
    const where = "DataFrame.select";
    if (typeof given[0] !== "object") {
      return makeFrame(
        where,
        (given as string[]).map((name) => this.columnNamed(where, name)),
      );
    }
    const context = wholeTable(where, this as unknown as FrameBase);
    return makeFrame(
      where,
      Object.entries(given[0]).map(([name, expression]) =>
        overRows(expression.evaluate(context), context, name).rename(name),
      ),
    );
  }

  /** All columns but these. @throws ParameterError for an unknown name. */
  drop<K extends ColumnName<S>>(...names: K[]): DataFrame<Omit<S, K>> {
    for (const name of names) this.columnNamed("DataFrame.drop", name);
    const dropped = new Set<string>(names);
    return makeFrame(
      "DataFrame.drop",
      this.columnList().filter((column) => !dropped.has(column.name)),
    );
  }

  /** The same columns under other names. @throws ParameterError for an unknown name or one used twice. */
  rename(names: { readonly [K in ColumnName<S>]?: string }): DataFrame {
    const where = "DataFrame.rename";
    const byName = names as Record<string, string>;
    for (const name of Object.keys(byName)) this.columnNamed(where, name);
    return makeFrame(
      where,
      this.columnList().map((column) => column.rename(byName[column.name] ?? column.name)),
    );
  }

  /**
   * The table with more columns, or with columns replaced.
   *
   * @param columns for each name the values, an expression, or a function of a row of this table; an
   *   expression is faster
   * @throws ShapeError if a length differs; DTypeError if a column mixes types.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ area: [80, 120], price: [200, 330] });
   * const perArea = houses.assign({ perArea: (house) => house.price / house.area });
   * perArea.column("perArea").toArray(); // → [2.5, 2.75]
   * ```
   */
  assign<const N extends Record<string, Assignable<S>>>(
    columns: N,
  ): DataFrame<Assigned<S, AssignedSchema<S, N>>> {
    const where = "DataFrame.assign";
    const context = wholeTable(where, this as unknown as FrameBase);
    const all = new Map(this.columnList().map((column) => [column.name, column]));
    for (const [name, given] of Object.entries(columns)) {
      if (given instanceof Expression) {
        all.set(name, overRows(given.evaluate(context), context, name).rename(name));
        continue;
      }
      const values =
        typeof given === "function"
          ? Array.from({ length: this.nRows }, (_, i) => given(this.rowView(i), i))
          : given;
      all.set(name, columnFromValues(where, name, values as ColumnValues));
    }
    return makeFrame(where, [...all.values()]);
  }

  /**
   * The table with columns turned into other types: text that says numbers, dates or true and false
   * into those, numbers into whole ones, text into categories, and anything into text.
   *
   * @throws ValueError naming the column and the row of a value that the type cannot hold;
   *   ParameterError for an unknown name or type.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ day: ["2024-02-01", "2024-02-03"], n: ["3", "4"] });
   * sales.astype({ day: "date", n: "integer" }).types; // → { day: "date", n: "integer" }
   * ```
   */
  astype<const T extends { readonly [K in ColumnName<S>]?: ColumnType }>(
    types: T,
  ): DataFrame<Retyped<S, T>> {
    const where = "DataFrame.astype";
    const wanted = new Map<string, ColumnType>(Object.entries(types) as [string, ColumnType][]);
    for (const name of wanted.keys()) this.columnNamed(where, name);
    const converted = this.columnList().map((column) => {
      const type = wanted.get(column.name);
      return type === undefined ? column : convertColumn(where, column, type);
    });
    return makeFrame(where, converted);
  }
}

/** The schema `S` with the types that `T` names. */
export type Retyped<
  S extends Schema,
  T extends { readonly [name: string]: ColumnType | undefined },
> = {
  [K in keyof S]: K extends keyof T ? Extract<T[K], ColumnType> : S[K];
};
