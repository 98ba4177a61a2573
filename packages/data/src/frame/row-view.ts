import type { AnyColumn } from "../column/from-values";
import type { Row, Schema } from "../schema";

/** Makes the row at an index, as an object whose cells are read only when asked for. */
export type RowMaker<S extends Schema> = (index: number) => Row<S>;

/**
 * A maker of light rows for the functions that callers pass to `filter` and `assign`: a row of a
 * table with 74 columns costs one small object, not 74 cells.
 */
export function rowMaker<S extends Schema>(columns: readonly AnyColumn[]): RowMaker<S> {
  class RowView {
    readonly #index: number;
    constructor(index: number) {
      this.#index = index;
    }
    static cell(row: RowView, column: AnyColumn) {
      return column.cell(row.#index);
    }
  }
  for (const column of columns) {
    Object.defineProperty(RowView.prototype, column.name, {
      enumerable: true,
      get(this: RowView) {
        return RowView.cell(this, column);
      },
    });
  }
  return (index) => new RowView(index) as unknown as Row<S>;
}
