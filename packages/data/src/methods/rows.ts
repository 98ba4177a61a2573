import { checkInteger, DTypeError, ParameterError, ShapeError } from "@gradus/core";
import { BooleanColumn } from "../column/boolean-column";
import type { AnyColumn } from "../column/from-values";
import { overRows, wholeTable } from "../expression/context";
import { type Condition, type Described, Expression } from "../expression/expression";
import type { DataFrame } from "../frame/data-frame";
import type { FrameBase } from "../frame/frame-base";
import { sortOrder } from "../frame/sort";
import { checkRows } from "../rows";
import type { ColumnName, Row, Schema } from "../schema";
import { ColumnMethods } from "./columns";

/** What rows are sorted by: a column's name or an expression. */
export type SortKey<S extends Schema> = ColumnName<S> | Expression<Described, ColumnName<S>>;

/** Methods that choose and order rows. */
export abstract class RowMethods<S extends Schema> extends ColumnMethods<S> {
  /**
   * The rows for which `keep` says true.
   *
   * @param keep an expression, a function of a row, or one true or false for every row
   * @throws ShapeError if a mask has another length than the table; DTypeError for an expression that is
   *   not of true and false.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ area: [80, 120, 95], town: ["Ames", "Boone", "Ames"] });
   * houses.filter(col("area").gt(90).and(col("town").equal("Ames"))).nRows; // → 1
   * ```
   */
  filter(
    keep: Condition<ColumnName<S>> | ((row: Row<S>, index: number) => boolean) | readonly boolean[],
  ): DataFrame<S> {
    const where = "DataFrame.filter";
    if (keep instanceof Expression) {
      const truths = this.#columnOf(where, keep);
      if (truths instanceof BooleanColumn) return this.takeUnchecked(rowsWhere(truths.codes));
      throw new DTypeError(`${where}: expected true or false, got ${truths.type} values`);
    }
    if (typeof keep !== "function" && keep.length !== this.nRows) {
      throw new ShapeError(`${where}: expected a mask of ${this.nRows} rows, got ${keep.length}`);
    }
    const codes = new Uint8Array(this.nRows);
    for (let i = 0; i < codes.length; i++) {
      codes[i] = Number(typeof keep === "function" ? keep(this.rowView(i), i) : keep[i]);
    }
    return this.takeUnchecked(rowsWhere(codes));
  }

  /**
   * The rows in the order of one or more columns or expressions, the first deciding first. Stable; missing
   * values stand last.
   *
   * @param options.descending largest first, for all or for each of the columns. Default false
   * @throws ParameterError for an unknown name, or another number of directions than of columns.
   */
  sortBy(
    by: SortKey<S> | readonly SortKey<S>[],
    { descending = false }: { readonly descending?: boolean | readonly boolean[] } = {},
  ): DataFrame<S> {
    const where = "DataFrame.sortBy";
    const list = (Array.isArray(by) ? by : [by]) as readonly SortKey<S>[];
    if (typeof descending !== "boolean" && descending.length !== list.length) {
      throw new ParameterError(
        `${where}: expected ${list.length} values of descending, one a column, got ${descending.length}`,
      );
    }
    const keys = list.map((key) =>
      key instanceof Expression ? this.#columnOf(where, key) : this.columnNamed(where, key),
    );
    return this.takeUnchecked(sortOrder(keys, this.nRows, descending));
  }

  /** The first `n` rows. @throws ParameterError unless `n` is an integer >= 0. */
  head(n = 5): DataFrame<S> {
    return this.slice(0, checkInteger("DataFrame.head", "n", n));
  }

  /** The last `n` rows. @throws ParameterError unless `n` is an integer >= 0. */
  tail(n = 5): DataFrame<S> {
    return this.slice(Math.max(0, this.nRows - checkInteger("DataFrame.tail", "n", n)));
  }

  /** Rows `start` up to but not including `end`; negative ones count from the end, as in arrays. */
  slice(start = 0, end = this.nRows): DataFrame<S> {
    const clamp = (i: number) => Math.min(Math.max(i < 0 ? i + this.nRows : i, 0), this.nRows);
    const [from, to] = [clamp(start), clamp(end)];
    return this.takeUnchecked(
      Uint32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i),
    );
  }

  /** The rows named by `indices`, in that order and as often. @throws OutOfRangeError for no such row. */
  take(indices: ArrayLike<number>): DataFrame<S> {
    checkRows("DataFrame.take", indices, this.nRows);
    return this.takeUnchecked(indices);
  }

  /** The rows as plain objects. */
  rows(): Row<S>[] {
    const columns = this.columnList();
    const row = (i: number) => Object.fromEntries(columns.map((c) => [c.name, c.cell(i)]));
    return Array.from({ length: this.nRows }, (_, i) => row(i) as Row<S>);
  }

  /** The rows without a missing value in these columns, or in any. @throws ParameterError for an unknown name. */
  dropMissing(...names: ColumnName<S>[]): DataFrame<S> {
    const columns = this.columnsNamed("DataFrame.dropMissing", names);
    const kept: number[] = [];
    for (let i = 0; i < this.nRows; i++) {
      if (!columns.some((column) => column.isMissing(i))) kept.push(i);
    }
    return this.takeUnchecked(kept);
  }

  #columnOf(where: string, expression: Expression): AnyColumn {
    const context = wholeTable(where, this as unknown as FrameBase);
    return overRows(expression.evaluate(context), context);
  }
}

/** The places of the ones. */
function rowsWhere(codes: Uint8Array): Int32Array {
  const rows = new Int32Array(codes.length);
  let n = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] === 1) rows[n++] = i;
  return rows.subarray(0, n);
}
