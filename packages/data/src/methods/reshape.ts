import type { DataFrame } from "../frame/data-frame";
import type { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import { type DummyOptions, dummyColumns } from "../reshape/dummies";
import { explodeColumns } from "../reshape/explode";
import { pivotTableWithMargins } from "../reshape/margins";
import { type MeltOptions, meltColumns } from "../reshape/melt";
import { type PivotOptions, pivotColumns } from "../reshape/pivot";
import { type PivotTableOptions, pivotTableColumns } from "../reshape/pivot-table";
import { transposeColumns } from "../reshape/transpose";
import type { ColumnName, ColumnType, Schema } from "../schema";
import { MissingMethods } from "./missing";

/** The type of values of several columns in one. */
export type Stacked<T extends ColumnType> = [T] extends ["number" | "integer"]
  ? [T] extends ["integer"]
    ? "integer"
    : "number"
  : [T] extends ["string" | "category"]
    ? "string"
    : T;

/** The schema of a table made long. */
export type Melted<
  S extends Schema,
  I extends string,
  V extends string,
  N extends string,
  W extends string,
> = Pick<S, I & keyof S> & Record<N, "string"> & Record<W, Stacked<S[V & keyof S]>>;

/** Methods that turn rows into columns and columns into rows. */
export abstract class ReshapeMethods<S extends Schema> extends MissingMethods<S> {
  /**
   * A long table made wide: a row for each value of `index`, a column for each value of `columns`, in
   * the cells `values`. Rows and columns are sorted; what is not there is missing.
   *
   * @throws ParameterError for an unknown name; ValueError naming two rows that want the same cell.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], year: ["23", "23", "24"], price: [2, 1, 4] });
   * const wide = sales.pivot({ index: "town", columns: "year", values: "price" });
   * wide.rows()[0]; // → { "23": 2, "24": 4, town: "Ames" }
   * ```
   */
  pivot(options: PivotOptions<ColumnName<S>>): DataFrame {
    const where = "DataFrame.pivot";
    return makeFrame(where, pivotColumns(where, this as unknown as FrameBase, options));
  }

  /**
   * A table of groups: a row for each value of `index`, a column for each value of `columns`, in the cells
   * a statistic of `values`, the mean by default. With `margins` a last row and column are of all; the first
   * index column is then text.
   *
   * @throws ParameterError for an unknown name or statistic; DTypeError for values without that statistic;
   *   ValueError if a group has the margins' name.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], kind: ["old", "old", "old"], price: [2, 1, 4] });
   * sales.pivotTable({ index: "town", columns: "kind", values: "price", aggregate: "sum" }).column("old").toArray(); // → [6, 1]
   * ```
   */
  pivotTable(options: PivotTableOptions<ColumnName<S>>): DataFrame {
    const where = "DataFrame.pivotTable";
    if (options.margins) return pivotTableWithMargins(where, this as unknown as DataFrame, options);
    return makeFrame(where, pivotTableColumns(where, this as unknown as FrameBase, options));
  }

  /**
   * A wide table made long: a row for each cell of `values`, with the name of its column in a column
   * `variable` and the cell in a column `value`.
   *
   * @throws ParameterError for an unknown name or a name used twice; DTypeError for values of types that
   *   do not go together.
   * @example
   * ```ts
   * const wide = DataFrame.fromColumns({ town: ["Ames", "Boone"], may: [2, 1], june: [4, 3] });
   * wide.melt({ ids: ["town"] }).rows()[2]; // → { town: "Ames", variable: "june", value: 4 }
   * ```
   */
  melt<
    I extends ColumnName<S> = never,
    V extends ColumnName<S> = Exclude<ColumnName<S>, I>,
    const N extends string = "variable",
    const W extends string = "value",
  >(options: MeltOptions<I, V, N, W> = {}): DataFrame<Melted<S, I, V, N, W>> {
    const where = "DataFrame.melt";
    return makeFrame(where, meltColumns(where, this as unknown as FrameBase, options));
  }

  /**
   * A row for each part of a text, the other cells repeated.
   *
   * @throws ParameterError for an unknown name; DTypeError unless the column holds text.
   * @example
   * ```ts
   * const films = DataFrame.fromColumns({ title: ["Up", "Heat"], kinds: ["comedy|drama", "crime"] });
   * films.explode("kinds", "|").column("title").toArray(); // → ["Up", "Up", "Heat"]
   * ```
   */
  explode(name: ColumnName<S>, separator: string | RegExp): DataFrame<S> {
    const where = "DataFrame.explode";
    const columns = explodeColumns(where, this as unknown as FrameBase, name, separator);
    return makeFrame(where, columns);
  }

  /**
   * Rows and columns exchanged: a row for each column, its name in a column `column`, and a column for each
   * row, named by its number or by its value of `header`.
   *
   * @throws ParameterError for an unknown header or one with equal values; DTypeError for columns of types
   *   that do not go together.
   */
  transpose({ header }: { readonly header?: ColumnName<S> } = {}): DataFrame {
    const where = "DataFrame.transpose";
    return makeFrame(where, transposeColumns(where, this as unknown as FrameBase, header));
  }

  /**
   * Columns of true and false, one for each value, in place of columns of text and categories: what
   * computations on numbers want. `toTensor` makes 1 and 0 of them.
   *
   * @param names which columns; by default all of text and categories
   * @throws ParameterError for an unknown name, or if a new name is there already.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ area: [80, 95], town: ["Ames", "Boone"] });
   * houses.getDummies().toTensor().toArray(); // → [[80, 1, 0], [95, 0, 1]]
   * ```
   */
  getDummies(names: readonly ColumnName<S>[] = [], options: DummyOptions = {}): DataFrame {
    const where = "DataFrame.getDummies";
    return makeFrame(where, dummyColumns(where, this as unknown as FrameBase, names, options));
  }
}
