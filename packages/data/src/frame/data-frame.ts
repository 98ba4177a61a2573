import {
  checkInteger,
  type Displayable,
  type DisplayTable,
  displaySymbol,
  ParameterError,
  ShapeError,
} from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { Column } from "../column/column";
import {
  type AnyColumn,
  type ColumnValues,
  columnFromValues,
  type TypeOfCell,
  type TypeOfValues,
} from "../column/from-values";
import { type CSVWriteOptions, writeCSV } from "../csv/write-csv";
import { checkRows } from "../rows";
import type { Cell, ColumnName, Row, Schema } from "../schema";
import { describeColumns } from "./describe";
import { GroupBy } from "./group-by";
import { type RowMaker, rowMaker } from "./row-view";
import { sortOrder } from "./sort";
import { displayTable, tableText } from "./table";
import { columnsToTensor, type FloatDType } from "./to-tensor";
import { unknownColumn } from "./unknown-column";

/** The schema of the table that `fromColumns` and `assign` make of an object of columns. */
export type SchemaOf<C> = {
  [K in keyof C & string]: C[K] extends (...row: never[]) => infer R
    ? TypeOfCell<Exclude<R, null>>
    : TypeOfValues<C[K]>;
};

/** The table that has `N`'s columns besides, or in place of, those of `S`. */
export type Assigned<S extends Schema, N extends Schema> = Omit<S, keyof N> & N;

/**
 * A table: named columns of one length, each of one type.
 *
 * A table never changes; every method that seems to change it gives a new one, which shares the
 * columns that stay the same. When the names and types of the columns are known to TypeScript, so
 * are those of every table made from it.
 *
 * @example
 * ```ts
 * const houses = DataFrame.fromColumns({ area: [80, 120, 95], price: [200, 310, 240] });
 * houses.filter((house) => house.area > 90).column("price").mean(); // → 275
 * ```
 */
export class DataFrame<S extends Schema = Schema> implements Displayable {
  readonly #columns: ReadonlyMap<string, AnyColumn>;
  readonly #nRows: number;
  #makeRow: RowMaker<S> | undefined;

  private constructor(where: string, columns: readonly AnyColumn[]) {
    this.#nRows = columns[0]?.length ?? 0;
    const byName = new Map<string, AnyColumn>();
    for (const column of columns) {
      if (column.length !== this.#nRows) {
        throw new ShapeError(
          `${where}: expected ${this.#nRows} rows in column "${column.name}", as in "${columns[0]!.name}", got ${column.length}`,
        );
      }
      if (byName.has(column.name)) {
        throw new ParameterError(`${where}: expected different names, got "${column.name}" twice`);
      }
      byName.set(column.name, column);
    }
    this.#columns = byName;
  }

  /**
   * A table from its columns.
   *
   * @param columns an object from name to values (an array, a typed array or a Column), or Columns
   * @throws ShapeError if the lengths differ; DTypeError if a column mixes types; ParameterError if
   *   two columns have one name.
   */
  static fromColumns(columns: readonly AnyColumn[]): DataFrame;
  static fromColumns<const C extends Record<string, ColumnValues>>(
    columns: C,
  ): DataFrame<SchemaOf<C>>;
  static fromColumns(columns: readonly AnyColumn[] | Record<string, ColumnValues>): DataFrame {
    const where = "DataFrame.fromColumns";
    if (Array.isArray(columns)) return new DataFrame(where, columns);
    const made = Object.entries(columns).map(([name, values]) =>
      columnFromValues(where, name, values),
    );
    return new DataFrame(where, made);
  }

  /**
   * A table from row objects; a row that lacks a name has a missing value there.
   *
   * @throws DTypeError naming the column and row of a value of another type than those before it.
   * @example
   * ```ts
   * const sales = DataFrame.fromRows([{ town: "Ames", price: 215 }, { town: "Boone", price: 105 }]);
   * sales.shape; // → [2, 2]
   * ```
   */
  static fromRows<R extends Record<string, Cell | undefined>>(
    rows: readonly R[],
  ): DataFrame<{ [K in keyof R & string]: TypeOfCell<Exclude<R[K], null | undefined>> }> {
    const names = new Set(rows.flatMap((row) => Object.keys(row)));
    const columns = [...names].map((name) =>
      columnFromValues(
        "DataFrame.fromRows",
        name,
        rows.map((row) => row[name]),
      ),
    );
    return new DataFrame("DataFrame.fromRows", columns);
  }

  /** The names of the columns, in order. */
  get columns(): ColumnName<S>[] {
    return [...this.#columns.keys()];
  }

  /** The type of each column. */
  get types(): S {
    return Object.fromEntries([...this.#columns.values()].map((c) => [c.name, c.type])) as S;
  }

  get nRows(): number {
    return this.#nRows;
  }

  get nColumns(): number {
    return this.#columns.size;
  }

  /** The numbers of rows and of columns. */
  get shape(): readonly [nRows: number, nColumns: number] {
    return [this.#nRows, this.#columns.size];
  }

  /** Whether there is a column of that name. */
  has(name: string): boolean {
    return this.#columns.has(name);
  }

  /** The column of that name. @throws ParameterError if there is none. */
  column<K extends ColumnName<S>>(name: K): AnyColumn<S[K]> {
    return this.#column("DataFrame.column", name) as AnyColumn<S[K]>;
  }

  /** Only these columns, in this order. @throws ParameterError for an unknown or repeated name. */
  select<K extends ColumnName<S>>(...names: K[]): DataFrame<Pick<S, K>> {
    const where = "DataFrame.select";
    return new DataFrame(
      where,
      names.map((name) => this.#column(where, name)),
    );
  }

  /** All columns but these. @throws ParameterError for an unknown name. */
  drop<K extends ColumnName<S>>(...names: K[]): DataFrame<Omit<S, K>> {
    for (const name of names) this.#column("DataFrame.drop", name);
    const dropped = new Set<string>(names);
    return new DataFrame(
      "DataFrame.drop",
      this.#list().filter((column) => !dropped.has(column.name)),
    );
  }

  /** The same columns under other names. @throws ParameterError for an unknown name or one used twice. */
  rename(names: { readonly [K in ColumnName<S>]?: string }): DataFrame {
    const where = "DataFrame.rename";
    const byName = names as Record<string, string>;
    for (const name of Object.keys(byName)) this.#column(where, name);
    return new DataFrame(
      where,
      this.#list().map((column) => column.rename(byName[column.name] ?? column.name)),
    );
  }

  /**
   * The rows for which `keep` says true.
   *
   * @param keep a function of a row, or one true or false for every row
   * @throws ShapeError if a mask has another length than the table.
   */
  filter(keep: ((row: Row<S>, index: number) => boolean) | readonly boolean[]): DataFrame<S> {
    if (typeof keep !== "function" && keep.length !== this.#nRows) {
      throw new ShapeError(
        `DataFrame.filter: expected a mask of ${this.#nRows} rows, got ${keep.length}`,
      );
    }
    const kept: number[] = [];
    for (let i = 0; i < this.#nRows; i++) {
      if (typeof keep === "function" ? keep(this.#rowView(i), i) : keep[i]) kept.push(i);
    }
    return this.#take(kept);
  }

  /**
   * The rows in the order of one or more columns. Stable; missing values stand last.
   *
   * @throws ParameterError for an unknown name.
   */
  sortBy(
    names: ColumnName<S> | readonly ColumnName<S>[],
    { descending = false }: { readonly descending?: boolean } = {},
  ): DataFrame<S> {
    const list = typeof names === "string" ? [names] : names;
    const keys = list.map((name) => this.#column("DataFrame.sortBy", name));
    return this.#take(sortOrder(keys, this.#nRows, descending));
  }

  /**
   * The table with more columns, or with columns replaced.
   *
   * @param columns for each name the values, or a function of a row of this table
   * @throws ShapeError if a length differs; DTypeError if a column mixes types.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ area: [80, 120], price: [200, 330] });
   * const perArea = houses.assign({ perArea: (house) => house.price / house.area });
   * perArea.column("perArea").toArray(); // → [2.5, 2.75]
   * ```
   */
  assign<const N extends Record<string, ColumnValues | ((row: Row<S>, index: number) => Cell)>>(
    columns: N,
  ): DataFrame<Assigned<S, SchemaOf<N>>> {
    const where = "DataFrame.assign";
    const all = new Map(this.#columns);
    for (const [name, given] of Object.entries(columns)) {
      const values =
        typeof given === "function"
          ? Array.from({ length: this.#nRows }, (_, i) => given(this.#rowView(i), i))
          : given;
      all.set(name, columnFromValues(where, name, values));
    }
    return new DataFrame(where, [...all.values()]);
  }

  /** The first `n` rows. @throws ParameterError unless `n` is an integer >= 0. */
  head(n = 5): DataFrame<S> {
    return this.slice(0, checkInteger("DataFrame.head", "n", n));
  }

  /** The last `n` rows. @throws ParameterError unless `n` is an integer >= 0. */
  tail(n = 5): DataFrame<S> {
    return this.slice(Math.max(0, this.#nRows - checkInteger("DataFrame.tail", "n", n)));
  }

  /** Rows `start` up to but not including `end`; negative ones count from the end, as in arrays. */
  slice(start = 0, end = this.#nRows): DataFrame<S> {
    const clamp = (i: number) => Math.min(Math.max(i < 0 ? i + this.#nRows : i, 0), this.#nRows);
    const [from, to] = [clamp(start), clamp(end)];
    return this.#take(Uint32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i));
  }

  /** The rows named by `indices`, in that order and as often. @throws OutOfRangeError for no such row. */
  take(indices: ArrayLike<number>): DataFrame<S> {
    checkRows("DataFrame.take", indices, this.#nRows);
    return this.#take(indices);
  }

  /** The rows as plain objects. */
  rows(): Row<S>[] {
    const columns = this.#list();
    const row = (i: number) => Object.fromEntries(columns.map((c) => [c.name, c.cell(i)]));
    return Array.from({ length: this.#nRows }, (_, i) => row(i) as Row<S>);
  }

  /** The rows without a missing value in these columns, or in any. @throws ParameterError for an unknown name. */
  dropMissing(...names: ColumnName<S>[]): DataFrame<S> {
    const columns = this.#chosen("DataFrame.dropMissing", names);
    const kept: number[] = [];
    for (let i = 0; i < this.#nRows; i++) {
      if (!columns.some((column) => column.isMissing(i))) kept.push(i);
    }
    return this.#take(kept);
  }

  /**
   * Count, mean, standard deviation, minimum, quartiles and maximum of every column of numbers,
   * missing values left out: one row a statistic.
   */
  describe(): DataFrame {
    return new DataFrame("DataFrame.describe", describeColumns(this.#list()));
  }

  /** The rows in groups with equal values in these columns. @throws ParameterError for an unknown name or none. */
  groupBy(...names: [ColumnName<S>, ...ColumnName<S>[]]): GroupBy {
    if (names.length === 0) {
      throw new ParameterError("DataFrame.groupBy: expected at least one column, got none");
    }
    return new GroupBy(
      this.#list(),
      names.map((name) => this.#column("DataFrame.groupBy", name)),
    );
  }

  /**
   * The columns side by side as a tensor of shape (nRows, nColumns); true is 1 and false is 0.
   *
   * @param names which columns, in which order; all by default
   * @throws ValueError naming the column and row of a missing value or of text; ParameterError for
   *   an unknown name.
   */
  toTensor(
    names: readonly ColumnName<S>[] = this.columns,
    { dtype = "float64" }: { readonly dtype?: FloatDType } = {},
  ): Tensor {
    const where = "DataFrame.toTensor";
    const columns = names.map((name) => this.#column(where, name));
    return columnsToTensor(where, columns, this.#nRows, dtype);
  }

  /** The table as CSV text with a header line (RFC 4180, lines ended by LF). */
  toCSV(options: CSVWriteOptions = {}): string {
    return writeCSV(this.#list(), this.#nRows, options);
  }

  toString(): string {
    return tableText(this.#list(), this.#nRows);
  }

  [displaySymbol](): DisplayTable {
    return displayTable(this.#list(), this.#nRows);
  }

  #list(): AnyColumn[] {
    return [...this.#columns.values()];
  }

  #chosen(where: string, names: readonly string[]): AnyColumn[] {
    return names.length ? names.map((name) => this.#column(where, name)) : this.#list();
  }

  #column(where: string, name: string): AnyColumn {
    const column = this.#columns.get(name);
    if (!column) throw unknownColumn(where, name, this.columns);
    return column;
  }

  #take(indices: ArrayLike<number>): DataFrame<S> {
    const taken = this.#list().map((column) => column.takeUnchecked(indices));
    return new DataFrame("DataFrame.take", taken);
  }

  #rowView(index: number): Row<S> {
    this.#makeRow ??= rowMaker<S>(this.#list());
    return this.#makeRow(index);
  }
}

/** Whether a value is a table: what functions that take a table or a matrix ask. */
export function isDataFrame(value: unknown): value is DataFrame {
  return value instanceof DataFrame;
}

/** Whether a value is a column of a table. */
export function isColumn(value: unknown): value is AnyColumn {
  return value instanceof Column;
}
