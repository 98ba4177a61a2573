import { ParameterError } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import { describeColumns } from "../frame/describe";
import { GroupBy } from "../frame/group-by";
import { makeFrame } from "../frame/make-frame";
import type { ColumnName, Schema } from "../schema";
import { RowMethods } from "./rows";

/** Methods that summarise a table or its groups. */
export abstract class GroupMethods<S extends Schema> extends RowMethods<S> {
  /**
   * Count, mean, standard deviation, minimum, quartiles and maximum of every column of numbers,
   * missing values left out: one row a statistic.
   */
  describe(): DataFrame {
    return makeFrame("DataFrame.describe", describeColumns(this.columnList()));
  }

  /** The rows in groups with equal values in these columns. @throws ParameterError for an unknown name or none. */
  groupBy(...names: [ColumnName<S>, ...ColumnName<S>[]]): GroupBy {
    if (names.length === 0) {
      throw new ParameterError("DataFrame.groupBy: expected at least one column, got none");
    }
    return new GroupBy(
      this.columnList(),
      names.map((name) => this.columnNamed("DataFrame.groupBy", name)),
    );
  }
}
