import { ParameterError } from "@gradus/core";
import { missingColumn, stackColumns } from "../column/concat";
import type { AnyColumn } from "../column/from-values";
import type { Schema } from "../schema";
import type { DataFrame } from "./data-frame";
import { makeFrame } from "./make-frame";
import { unknownColumn } from "./unknown-column";

/** How `concat` deals with columns that not all tables have. */
export interface ConcatOptions {
  /** "rows" stacks the tables, "columns" stands them side by side. Default "rows". */
  readonly axis?: "rows" | "columns";
  /**
   * Of columns that some tables lack: "outer" keeps them with missing values, "inner" leaves them out, "exact" is an
   * error. Default "outer".
   */
  readonly join?: "outer" | "inner" | "exact";
}

/**
 * Tables one below the other, or side by side.
 *
 * Stacked columns of whole numbers and of numbers make numbers; text and categories, or categories that
 * differ, make text.
 *
 * @throws ParameterError for no tables, for columns that differ with `join: "exact"`, or for one name twice
 *   side by side; DTypeError for a column of types that do not go together; ShapeError for different
 *   numbers of rows side by side.
 * @example
 * ```ts
 * const may = DataFrame.fromColumns({ town: ["Ames"], price: [2] });
 * const june = DataFrame.fromColumns({ town: ["Boone"], sold: [true] });
 * concat([may, june]).rows()[1]; // → { town: "Boone", price: NaN, sold: true }
 * ```
 */
export function concat<S extends Schema>(
  frames: readonly DataFrame<S>[],
  options?: ConcatOptions,
): DataFrame<S>;
export function concat(frames: readonly DataFrame[], options?: ConcatOptions): DataFrame;
export function concat(frames: readonly DataFrame[], options: ConcatOptions = {}): DataFrame {
  const where = "concat";
  const { axis = "rows", join = "outer" } = options;
  if (frames.length === 0)
    throw new ParameterError(`${where}: expected at least one table, got none`);
  const lists = frames.map((frame) => frame.columnList());
  return makeFrame(where, axis === "columns" ? lists.flat() : concatColumns(where, lists, join));
}

/** The columns of tables one below the other. */
export function concatColumns(
  where: string,
  lists: readonly (readonly AnyColumn[])[],
  join: "outer" | "inner" | "exact" = "exact",
): AnyColumn[] {
  const all = new Map<string, AnyColumn>();
  for (const column of lists.flat()) if (!all.has(column.name)) all.set(column.name, column);
  const byName = lists.map((list) => new Map(list.map((column) => [column.name, column])));
  const names = [...all.keys()].filter(
    (name) => join !== "inner" || byName.every((columns) => columns.has(name)),
  );
  return names.map((name) => {
    const parts = byName.map((columns, k) => {
      const column = columns.get(name);
      if (column) return column;
      if (join === "exact") throw unknownColumn(`${where}, table ${k}`, name, [...columns.keys()]);
      return missingColumn(all.get(name)!, lists[k]![0]?.length ?? 0);
    });
    return stackColumns(where, parts);
  });
}
