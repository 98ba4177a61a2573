import { checkInteger, ShapeError } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import { sortOrder } from "../frame/sort";
import { checkRows } from "../rows";
import type { ColumnName, Row, Schema } from "../schema";
import { ColumnMethods } from "./columns";

/** Methods that choose and order rows. */
export abstract class RowMethods<S extends Schema> extends ColumnMethods<S> {
  /**
   * The rows for which `keep` says true.
   *
   * @param keep a function of a row, or one true or false for every row
   * @throws ShapeError if a mask has another length than the table.
   */
  filter(keep: ((row: Row<S>, index: number) => boolean) | readonly boolean[]): DataFrame<S> {
    if (typeof keep !== "function" && keep.length !== this.nRows) {
      throw new ShapeError(
        `DataFrame.filter: expected a mask of ${this.nRows} rows, got ${keep.length}`,
      );
    }
    const kept: number[] = [];
    for (let i = 0; i < this.nRows; i++) {
      if (typeof keep === "function" ? keep(this.rowView(i), i) : keep[i]) kept.push(i);
    }
    return this.takeUnchecked(kept);
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
    const keys = list.map((name) => this.columnNamed("DataFrame.sortBy", name));
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
}
