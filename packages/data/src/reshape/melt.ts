import { ParameterError } from "@gradus/core";
import { stackColumns } from "../column/concat";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import type { FrameBase } from "../frame/frame-base";

/** Which columns of a wide table stay, and which become rows. */
export interface MeltOptions<
  I extends string = string,
  V extends string = string,
  N extends string = "variable",
  W extends string = "value",
> {
  /** The columns that stay and are repeated. Default none. */
  readonly ids?: readonly I[];
  /** The columns that become rows. Default all others. */
  readonly values?: readonly V[];
  /** The name of the column of names. Default "variable". */
  readonly variableName?: N;
  /** The name of the column of values. Default "value". */
  readonly valueName?: W;
}

/** The columns of a wide table made long. */
export function meltColumns(
  where: string,
  frame: FrameBase,
  options: MeltOptions<string, string, string, string>,
): AnyColumn[] {
  const { ids = [], variableName = "variable", valueName = "value" } = options;
  const kept = ids.map((name) => frame.columnNamed(where, name));
  const names = options.values ?? frame.columns.filter((name) => !ids.includes(name));
  const values = names.map((name) => frame.columnNamed(where, name));
  if (values.length === 0) {
    throw new ParameterError(`${where}: expected columns that become rows, got none`);
  }
  const { nRows } = frame;
  const length = nRows * values.length;
  const rows = Int32Array.from({ length }, (_, i) => i % nRows);
  const codes = Int32Array.from({ length }, (_, i) => Math.floor(i / nRows));
  return [
    ...kept.map((column) => column.takeUnchecked(rows) as AnyColumn),
    StringColumn.fromCodes(variableName, codes, names),
    stackColumns(where, values).rename(valueName) as AnyColumn,
  ];
}
