import { ParameterError } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import { GroupBy } from "../group/group-by";
import type { GroupingOptions } from "../group/grouping";
import type { ColumnName, Schema } from "../schema";
import { RowMethods } from "./rows";

/** Methods that summarise a table or its groups. */
export abstract class GroupMethods<S extends Schema> extends RowMethods<S> {
  /**
   * The rows in groups with equal values in these columns: one or more names, or an array of names with
   * options (`sort`, `dropMissing`).
   *
   * @throws ParameterError for an unknown name or none.
   */
  groupBy<K extends ColumnName<S>>(...names: K[]): GroupBy<S, K>;
  groupBy<K extends ColumnName<S>>(names: readonly K[], options?: GroupingOptions): GroupBy<S, K>;
  groupBy<K extends ColumnName<S>>(
    ...given: K[] | [names: readonly K[], options?: GroupingOptions]
  ): GroupBy<S, K> {
    const isList = Array.isArray(given[0]);
    const names = (isList ? given[0] : given) as readonly K[];
    const options = isList ? (given[1] as GroupingOptions | undefined) : undefined;
    if (names.length === 0) {
      throw new ParameterError("DataFrame.groupBy: expected at least one column, got none");
    }
    const keys = names.map((name) => this.columnNamed("DataFrame.groupBy", name));
    return new GroupBy(this as unknown as DataFrame<S>, keys, options);
  }
}
