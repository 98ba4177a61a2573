import { DTypeError } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import type { FrameBase } from "../frame/frame-base";

/** The columns with a row for each part of a text, the other cells repeated; a missing text keeps its row. */
export function explodeColumns(
  where: string,
  frame: FrameBase,
  name: string,
  separator: string | RegExp,
): AnyColumn[] {
  const exploded = frame.columnNamed(where, name);
  if (exploded.type !== "string" && exploded.type !== "category") {
    throw new DTypeError(`${where}: expected text in column "${name}", got ${exploded.type}`);
  }
  const rows: number[] = [];
  const parts: (string | null)[] = [];
  for (let i = 0; i < frame.nRows; i++) {
    for (const part of exploded.cell(i)?.split(separator) ?? [null]) {
      rows.push(i);
      parts.push(part);
    }
  }
  return frame
    .columnList()
    .map((column) =>
      column.name === name
        ? new StringColumn(name, parts)
        : (column.takeUnchecked(rows) as AnyColumn),
    );
}
