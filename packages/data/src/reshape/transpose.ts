import { stackColumns } from "../column/concat";
import { textOf } from "../column/convert";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import type { FrameBase } from "../frame/frame-base";

/** The columns of the table with rows and columns exchanged; the columns must be of one type. */
export function transposeColumns(where: string, frame: FrameBase, header?: string): AnyColumn[] {
  const heads = header === undefined ? undefined : frame.columnNamed(where, header);
  const columns = frame.columnList().filter((column) => column !== heads);
  const names = new StringColumn(
    "column",
    columns.map((column) => column.name),
  );
  if (columns.length === 0) return [names];
  const { nRows } = frame;
  const stacked = stackColumns(where, columns);
  const rows = Array.from({ length: nRows }, (_, i) => {
    const places = columns.map((_, j) => j * nRows + i);
    const name = heads ? (heads.isMissing(i) ? "NA" : textOf(heads.cell(i))) : String(i);
    return stacked.takeUnchecked(places).rename(name) as AnyColumn;
  });
  return [names, ...rows];
}
