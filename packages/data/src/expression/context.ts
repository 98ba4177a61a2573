import { ParameterError } from "@gradus/core";
import { type AnyColumn, columnFromValues } from "../column/from-values";
import type { FrameBase } from "../frame/frame-base";
import { type Grouping, oneGroup } from "../group/grouping";
import type { Cell } from "../schema";

/** What an expression is worked out over: a table's columns, and its rows in groups (all in one for a whole table). */
export interface Context {
  /** What errors name. */
  readonly where: string;
  readonly nRows: number;
  readonly grouping: Grouping;
  /** @throws ParameterError for an unknown name. */
  column(name: string): AnyColumn;
}

/** What a part of an expression comes to: a column over the rows, one over the groups, or one value. */
export type Value =
  | { readonly per: "row"; readonly column: AnyColumn }
  | { readonly per: "group"; readonly column: AnyColumn }
  | { readonly per: "constant"; readonly cell: Cell };

/** A part of an expression. */
export type Evaluate = (context: Context) => Value;

/** A constant. */
export function constant(cell: Cell): Evaluate {
  return () => ({ per: "constant", cell });
}

/** The values as a column of one cell a row. */
export function overRows(value: Value, context: Context, name = "value"): AnyColumn {
  if (value.per === "row") return value.column;
  if (value.per === "group") return value.column.takeUnchecked(context.grouping.codes);
  return filled(context.where, name, value.cell, context.nRows);
}

/** The values as a column of one cell a group. @throws ParameterError for one that has a value for each row. */
export function overGroups(value: Value, context: Context, name: string): AnyColumn {
  if (value.per === "group") return value.column;
  if (value.per === "constant") {
    return filled(context.where, name, value.cell, context.grouping.nGroups);
  }
  throw new ParameterError(
    `${context.where}: expected one value a group for "${name}", got one a row; say which statistic of it, such as .mean()`,
  );
}

/** Values of one length: over the rows if one of them is, else over the groups. */
export function together(values: readonly Value[], context: Context) {
  const per = values.some((value) => value.per === "row") ? "row" : "group";
  const length = per === "row" ? context.nRows : context.grouping.nGroups;
  const columns = values.map((value) => {
    if (value.per === "constant") return value.cell;
    return per === "row" ? overRows(value, context) : value.column;
  });
  return { per, length, columns } as const;
}

/** A statistic of each group; of a value that is one a group already, the value itself is taken as that group's only one. */
export function aggregated(
  value: Value,
  context: Context,
  statistic: (column: AnyColumn, grouping: Grouping) => AnyColumn,
): Value {
  const column = overRows(value, context);
  return { per: "group", column: statistic(column, context.grouping) };
}

/** The rows of the whole group or table, missing ones included. */
export function sizeOf(context: Context): Value {
  const sizes = columnFromValues(context.where, "count", context.grouping.sizes());
  return { per: "group", column: sizes };
}

function filled(where: string, name: string, cell: Cell, length: number): AnyColumn {
  const one = columnFromValues(where, name, [cell]);
  return one.takeUnchecked(new Int32Array(length));
}

/** What expressions over a whole table, all of it one group, are worked out over. */
export function wholeTable(where: string, frame: FrameBase): Context {
  let grouping: Grouping | undefined;
  return {
    where,
    nRows: frame.nRows,
    get grouping() {
      grouping ??= oneGroup(frame.nRows);
      return grouping;
    },
    column: (name) => frame.columnNamed(where, name),
  };
}
