import type { DataFrame } from "../frame/data-frame";
import type { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import {
  type How,
  type Merged,
  type MergeOptions,
  type MergeSettings,
  mergeColumns,
} from "../join/merge";
import { type AsofOptions, mergeAsofColumns } from "../join/merge-asof";
import type { ColumnName, Schema } from "../schema";
import { GroupMethods } from "./groups";

/** Methods that put two tables together. */
export abstract class JoinMethods<S extends Schema> extends GroupMethods<S> {
  /**
   * The rows of two tables whose keys are equal, side by side.
   *
   * `how` says which rows stay: "inner" those with a match (the default), "left" all of this table,
   * "right" all of the other, "outer" all of both, sorted by the keys; missing values fill the gaps. "cross"
   * pairs all with all. "semi" and "anti" give this table's rows that have a match, or have none.
   *
   * The keys are columns that both tables have (`on`), or others by `leftOn` and `rightOn`. Missing keys equal
   * one another, as in pandas. Rows keep the order of this table (of the other for "right").
   *
   * @throws ParameterError for an unknown column, or keys that do not go together; DTypeError for keys
   *   of different types; ValueError for a key that `validate` allows once and that comes twice.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
   * const towns = DataFrame.fromColumns({ town: ["Ames"], county: ["Story"] });
   * sales.merge(towns, { on: "town", how: "left" }).column("county").toArray(); // → ["Story", null, "Story"]
   * ```
   */
  merge<
    R extends Schema,
    K extends ColumnName<S> & ColumnName<R>,
    const X extends readonly [string, string] = ["_x", "_y"],
    T extends Schema = S,
  >(
    right: DataFrame<R>,
    options: MergeSettings<X> & {
      readonly on: K | readonly K[];
      readonly how?: "inner" | "left" | "right" | "outer";
      readonly indicator?: false;
    },
  ): DataFrame<Merged<T, R, K, X>>;
  merge<
    R extends Schema,
    const X extends readonly [string, string] = ["_x", "_y"],
    T extends Schema = S,
  >(
    right: DataFrame<R>,
    options: MergeSettings<X> & { readonly how: "cross"; readonly indicator?: false },
  ): DataFrame<Merged<T, R, never, X>>;
  merge<R extends Schema>(
    right: DataFrame<R>,
    options: MergeKeys<S, R> & MergeSettings & { readonly how: "semi" | "anti" },
  ): DataFrame<S>;
  merge<R extends Schema>(
    right: DataFrame<R>,
    options: MergeKeys<S, R> & MergeSettings & { readonly how?: How },
  ): DataFrame;
  merge(right: DataFrame, options: object): DataFrame {
    const left = this as unknown as FrameBase;
    return makeFrame("DataFrame.merge", mergeColumns(left, right, options as MergeOptions));
  }

  /**
   * Each row of this table with the one row of the other whose key is nearest: the last price before a trade,
   * say. Both tables are sorted by the key; rows without a match have missing values.
   *
   * @throws ParameterError for an unknown column or option; DTypeError unless the keys are numbers or
   *   dates; ValueError unless they are sorted and none is missing.
   * @example
   * ```ts
   * const trades = DataFrame.fromColumns({ time: [3, 7], n: [10, 20] });
   * const quotes = DataFrame.fromColumns({ time: [1, 5, 6], price: [9, 8, 7] });
   * trades.mergeAsof(quotes, { on: "time" }).column("price").toArray(); // → [9, 7]
   * ```
   */
  mergeAsof<R extends Schema>(right: DataFrame<R>, options: AsofOptions): DataFrame {
    const left = this as unknown as FrameBase;
    const columns = mergeAsofColumns(left, right as unknown as FrameBase, options);
    return makeFrame("DataFrame.mergeAsof", columns);
  }
}

/** The key columns of a merge: of both tables by one name, or by different ones. */
export type MergeKeys<S extends Schema, R extends Schema> =
  | { readonly on: (ColumnName<S> & ColumnName<R>) | readonly (ColumnName<S> & ColumnName<R>)[] }
  | {
      readonly leftOn: ColumnName<S> | readonly ColumnName<S>[];
      readonly rightOn: ColumnName<R> | readonly ColumnName<R>[];
    };
