import type { Tensor } from "@gradus/tensor";
import { Column } from "../column/column";
import {
  type AnyColumn,
  type ColumnValues,
  columnFromValues,
  type TypeOfCell,
} from "../column/from-values";
import type { SchemaOf } from "../methods/columns";
import { TimeMethods } from "../methods/time";
import type { Cell, Schema } from "../schema";
import { makeFrame, registerFrame } from "./make-frame";
import { columnsOfTensor } from "./to-tensor";

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
 *
 * @roadmap DAT-002
 */
export class DataFrame<out S extends Schema = Schema> extends TimeMethods<S> {
  // The methods stand in src/methods, one abstract class a family, each extending the one before:
  // FrameBase, ColumnMethods, RowMethods, GroupMethods, JoinMethods, OutputMethods,
  // MissingMethods, ReshapeMethods, SummaryMethods, TimeMethods. A new family extends the last of them,
  // and this class extends the new one. What a method does stands in a function of its own that makes
  // its table with `makeFrame`.
  static {
    registerFrame((where, columns) => new DataFrame(where, columns));
  }

  private constructor(where: string, columns: readonly AnyColumn[]) {
    super(where, columns);
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
    if (Array.isArray(columns)) return makeFrame(where, columns);
    const made = Object.entries(columns).map(([name, values]) =>
      columnFromValues(where, name, values),
    );
    return makeFrame(where, made);
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
    return makeFrame("DataFrame.fromRows", columns);
  }

  /**
   * A table of numbers from a tensor of shape (nRows, nColumns), one column of it a column.
   *
   * @param names of the columns, in order
   * @throws ShapeError unless the tensor has two axes and as many columns as there are names;
   *   ParameterError for one name twice.
   * @example
   * ```ts
   * DataFrame.fromTensor(tensor([[1, 2], [3, 4]]), ["a", "b"]).column("b").toArray(); // → [2, 4]
   * ```
   */
  static fromTensor<const N extends string>(
    tensor: Tensor,
    names: readonly N[],
  ): DataFrame<Record<N, "number">> {
    const where = "DataFrame.fromTensor";
    return makeFrame(where, columnsOfTensor(where, tensor, names));
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
