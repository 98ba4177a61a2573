import { checkOneOf } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
import type { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import { AGGREGATE_NAMES, type AggregateName, aggregateColumn } from "../group/aggregate";
import { type Grouping, groupRows } from "../group/grouping";
import { layOut, namedList, type PivotOptions } from "./pivot";

/** A statistic by name, or a function of a group's values without missing ones. */
export type Aggregator = AggregateName | ((values: Float64Array) => number);

/** Which columns make a table of groups, and what is computed of each group. */
export interface PivotTableOptions<N extends string = string>
  extends Omit<PivotOptions<N>, "columns"> {
  /** Whose values become names of columns; without any, each value has one column. */
  readonly columns?: N | readonly N[];
  /** Default "mean". */
  readonly aggregate?: Aggregator;
  /** What stands in a cell without rows. Default a missing value. */
  readonly fillValue?: number;
  /** Add a last row, and with `columns` a last column, with the statistic of all. Default false. */
  readonly margins?: boolean;
  /** What the last row and column are called. Default "All". */
  readonly marginsName?: string;
}

/** The columns of a table of groups; groups without any value are left out, as in pandas. */
export function pivotTableColumns(
  where: string,
  frame: FrameBase,
  options: PivotTableOptions,
): AnyColumn[] {
  const { index, columns = [], aggregate = "mean", fillValue } = options;
  if (typeof aggregate !== "function") checkOneOf(where, "aggregate", aggregate, AGGREGATE_NAMES);
  const keys = namedList(where, frame, "index", index);
  const heads = columns.length ? namedList(where, frame, "columns", columns) : [];
  const grouping = groupRows([...keys, ...heads], { sort: true });
  const values = namedList(where, frame, "values", options.values).map((column) =>
    aggregated(where, column, grouping, aggregate),
  );
  const kept = Int32Array.from({ length: grouping.nGroups }, (_, group) => group).filter((group) =>
    values.some((value) => !value.isMissing(group)),
  );
  const groups = [...keys, ...heads].map((key) => key.takeUnchecked(grouping.firstRows));
  const found = values.map((value) => value.takeUnchecked(kept) as AnyColumn);
  if (heads.length === 0) {
    return [...groups.map((key) => key.takeUnchecked(kept) as AnyColumn), ...found];
  }
  const table = makeFrame(where, groups as AnyColumn[]);
  const wide = layOut(where, table as unknown as FrameBase, { index, columns }, kept).columns(
    found,
  );
  if (fillValue === undefined) return wide;
  return wide.map((column, j) => (j < keys.length ? column : column.fillMissing(fillValue)));
}

function aggregated(
  where: string,
  column: AnyColumn,
  grouping: Grouping,
  aggregate: Aggregator,
): AnyColumn {
  if (typeof aggregate !== "function") return aggregateColumn(where, column, grouping, aggregate);
  const numbers = column.toNumbersUnchecked(where);
  const results = Float64Array.from({ length: grouping.nGroups }, (_, group) => {
    const values = Float64Array.from(grouping.rowsOf(group), (row) => numbers[row]!);
    return aggregate(values.filter((value) => !Number.isNaN(value)));
  });
  return new NumberColumn(column.name, results);
}
