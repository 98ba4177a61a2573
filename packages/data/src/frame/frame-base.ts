import { ParameterError, ShapeError } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import type { ColumnName, Row, Schema } from "../schema";
import type { DataFrame } from "./data-frame";
import { makeFrame } from "./make-frame";
import { type RowMaker, rowMaker } from "./row-view";
import { unknownColumn } from "./unknown-column";

/** What every method of a table builds on: its columns by name, and how many rows they have. */
export abstract class FrameBase<S extends Schema = Schema> {
  readonly #columns: ReadonlyMap<string, AnyColumn>;
  readonly #nRows: number;
  #makeRow: RowMaker<S> | undefined;

  /** @throws ShapeError if the lengths differ; ParameterError if two columns have one name. */
  constructor(where: string, columns: readonly AnyColumn[]) {
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
    return this.columnNamed("DataFrame.column", name) as AnyColumn<S[K]>;
  }

  /** The columns in order. @internal */
  columnList(): AnyColumn[] {
    return [...this.#columns.values()];
  }

  /** The column of that name. @throws ParameterError naming `where` if there is none. @internal */
  columnNamed(where: string, name: string): AnyColumn {
    const column = this.#columns.get(name);
    if (!column) throw unknownColumn(where, name, this.columns);
    return column;
  }

  /** The columns of these names, all of them for no names. @internal */
  columnsNamed(where: string, names: readonly string[]): AnyColumn[] {
    return names.length ? names.map((name) => this.columnNamed(where, name)) : this.columnList();
  }

  /** The rows named by `indices`, which the caller has checked; a negative one gives missing values. @internal */
  takeUnchecked(indices: ArrayLike<number>): DataFrame<S> {
    const taken = this.columnList().map((column) => column.takeUnchecked(indices));
    return makeFrame("DataFrame.take", taken);
  }

  /** A row as an object that reads its cells when they are asked for. @internal */
  rowView(index: number): Row<S> {
    this.#makeRow ??= rowMaker<S>(this.columnList());
    return this.#makeRow(index);
  }
}
