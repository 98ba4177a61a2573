import { duplicateRows, type Keep } from "../choose/duplicates";
import { BooleanColumn } from "../column/boolean-column";
import type { FillOptions } from "../column/fill";
import type { AnyColumn } from "../column/from-values";
import { replaceCells } from "../column/replace";
import type { DataFrame } from "../frame/data-frame";
import { makeFrame } from "../frame/make-frame";
import type { Cell, CellTypes, ColumnName, Schema } from "../schema";
import { OutputMethods } from "./output";

/** For each column what its missing values become. */
export type Fillings<S extends Schema> = {
  readonly [K in ColumnName<S>]?: NonNullable<CellTypes[S[K]]> | FillOptions;
};

/** Methods about missing and other special values. */
export abstract class MissingMethods<S extends Schema> extends OutputMethods<S> {
  /** The table with true for every missing value and false for the others. */
  isMissing(): DataFrame<{ [K in keyof S]: "boolean" }> {
    const masks = this.columnList().map((column) => column.missing());
    return makeFrame("DataFrame.isMissing", masks);
  }

  /** How many values are missing in each column. */
  missingCounts(): { readonly [K in ColumnName<S>]: number } {
    const counts = this.columnList().map(({ name, missingCount }) => [name, missingCount]);
    return Object.fromEntries(counts) as { [K in ColumnName<S>]: number };
  }

  /**
   * The table without gaps in some columns, or in all.
   *
   * @param filling for each column a value or a method; or one method for all columns: "forward" takes the
   *   value before, "backward" the one after, "linear" the line between the two (numbers and dates only)
   * @throws ParameterError for an unknown column or method; DTypeError for a value of another type.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", null], price: [NaN, 4] });
   * sales.fillMissing({ town: "?", price: 0 }).rows(); // → [{ town: "Ames", price: 0 }, { town: "?", price: 4 }]
   * sales.fillMissing({ method: "forward" }).column("town").at(1); // → "Ames"
   * ```
   */
  fillMissing(filling: FillOptions | Fillings<S>): DataFrame<S> {
    const where = "DataFrame.fillMissing";
    if ("method" in filling && !this.has("method")) {
      const options = filling as FillOptions;
      return makeFrame(
        where,
        this.columnList().map((column) => column.fillMissing(options)),
      );
    }
    const fillings = new Map(Object.entries(filling) as [string, Cell | FillOptions][]);
    for (const name of fillings.keys()) this.columnNamed(where, name);
    const filled = this.columnList().map((column) =>
      fillings.has(column.name) ? column.fillMissing(fillings.get(column.name)!) : column,
    );
    return makeFrame(where, filled);
  }

  /**
   * The table with a value in place of others, in every column that can hold them.
   *
   * @param old one value, several, or a Map from each to its replacement
   * @throws DTypeError for a replacement that a column with the old value cannot hold; ParameterError for a
   *   missing value to replace.
   * @example
   * ```ts
   * const survey = DataFrame.fromColumns({ age: [31, -99], town: ["Ames", "?"] });
   * survey.replace(-99, NaN).replace("?", null).missingCounts(); // → { age: 1, town: 1 }
   * ```
   */
  replace(old: Exclude<Cell, null> | readonly Exclude<Cell, null>[], value: Cell): DataFrame<S>;
  replace(pairs: ReadonlyMap<Cell, Cell>): DataFrame<S>;
  replace(old: Cell | readonly Cell[] | ReadonlyMap<Cell, Cell>, value: Cell = null): DataFrame<S> {
    const where = "DataFrame.replace";
    const olds = Array.isArray(old) ? (old as Cell[]) : [old as Cell];
    const pairs = old instanceof Map ? old : new Map(olds.map((cell) => [cell, value]));
    return makeFrame(
      where,
      this.columnList().map((column) => replaceCells(where, column, pairs)),
    );
  }

  /**
   * For each row whether a row that is kept equals it in these columns, or in all; missing values are equal.
   *
   * @param keep which of equal rows is no duplicate: the "first" (default), the "last" or "none"
   * @throws ParameterError for an unknown name or `keep`.
   */
  duplicated(
    names: readonly ColumnName<S>[] = [],
    { keep = "first" }: { readonly keep?: Keep } = {},
  ): BooleanColumn {
    const where = "DataFrame.duplicated";
    const columns = this.columnsNamed(where, names);
    return new BooleanColumn("duplicated", duplicateRows(where, columns, this.nRows, keep));
  }

  /**
   * The rows without duplicates in these columns, or in all.
   *
   * @throws ParameterError for an unknown name or `keep`.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
   * sales.dropDuplicates(["town"]).column("price").toArray(); // → [2, 1]
   * sales.dropDuplicates(["town"], { keep: "last" }).column("price").toArray(); // → [1, 4]
   * ```
   */
  dropDuplicates(
    names: readonly ColumnName<S>[] = [],
    { keep = "first" }: { readonly keep?: Keep } = {},
  ): DataFrame<S> {
    const where = "DataFrame.dropDuplicates";
    const columns: AnyColumn[] = this.columnsNamed(where, names);
    const isDuplicate = duplicateRows(where, columns, this.nRows, keep);
    const rows = Int32Array.from(isDuplicate, (_, i) => i).filter((i) => isDuplicate[i] === 0);
    return this.takeUnchecked(rows);
  }
}
