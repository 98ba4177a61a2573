import { ParameterError, ValueError } from "@gradus/core";
import { textOf } from "../column/convert";
import type { AnyColumn } from "../column/from-values";
import type { FrameBase } from "../frame/frame-base";
import { type Grouping, groupRows } from "../group/grouping";

/** Which columns become the rows, the columns and the cells of a wide table. */
export interface PivotOptions<N extends string = string> {
  /** What stays as rows. */
  readonly index: N | readonly N[];
  /** Whose values become names of columns. */
  readonly columns: N | readonly N[];
  /** What fills the cells. With several, names of columns are "value_level". */
  readonly values: N | readonly N[];
}

/** The columns of a long table made wide. */
export function pivotColumns(where: string, frame: FrameBase, options: PivotOptions): AnyColumn[] {
  const values = namedList(where, frame, "values", options.values);
  const rows = new Int32Array(frame.nRows).map((_, i) => i);
  const wide = layOut(where, frame, options, rows);
  const twice = wide.clash;
  if (twice) {
    throw new ValueError(
      `${where}: expected one value a cell, got two, of rows ${twice[0]} and ${twice[1]}; pivotTable combines them`,
    );
  }
  return wide.columns(values);
}

/** The columns of these names. @throws ParameterError for an unknown name or none. */
export function namedList(
  where: string,
  frame: FrameBase,
  option: string,
  names: string | readonly string[],
): AnyColumn[] {
  const list = typeof names === "string" ? [names] : names;
  if (list.length === 0)
    throw new ParameterError(`${where}: expected names in ${option}, got none`);
  return list.map((name) => frame.columnNamed(where, name));
}

/** Where rows stand in a wide table, and how its columns are made. */
export interface Layout {
  /** Two rows for one cell, if there are. */
  readonly clash: readonly [number, number] | undefined;
  /** The index, then for each value column one column a level. */
  columns(values: readonly AnyColumn[]): AnyColumn[];
}

/** Lays some rows out as a wide table, whose rows and columns are sorted. */
export function layOut(
  where: string,
  frame: FrameBase,
  options: Omit<PivotOptions, "values">,
  rows: Int32Array,
): Layout {
  const keys = namedList(where, frame, "index", options.index).map((c) => c.takeUnchecked(rows));
  const heads = namedList(where, frame, "columns", options.columns).map((c) =>
    c.takeUnchecked(rows),
  );
  const down = groupRows(keys as AnyColumn[], { sort: true });
  const across = groupRows(heads as AnyColumn[], { sort: true });
  const { cells, clash } = place(down, across);
  const levels = Array.from(across.firstRows, (row) =>
    heads.map((head) => textOf(head.cell(row))).join("_"),
  );
  const columns = (values: readonly AnyColumn[]) => [
    ...keys.map((key) => key.takeUnchecked(down.firstRows) as AnyColumn),
    ...values.flatMap((value) =>
      levels.map((level, k) => {
        const name = values.length > 1 ? `${value.name}_${level}` : level;
        return value.takeUnchecked(cells[k]!).rename(name) as AnyColumn;
      }),
    ),
  ];
  const found = clash && ([rows[clash[0]]!, rows[clash[1]]!] as const);
  return { clash: found, columns };
}

/** For each level, the row of each cell, −1 where there is none. */
function place(down: Grouping, across: Grouping) {
  const cells = Array.from({ length: across.nGroups }, () => new Int32Array(down.nGroups).fill(-1));
  let clash: readonly [number, number] | undefined;
  for (let i = 0; i < down.codes.length; i++) {
    const [row, level] = [down.codes[i]!, across.codes[i]!];
    if (row < 0 || level < 0) continue;
    const before = cells[level]![row]!;
    if (before >= 0) clash ??= [before, i];
    cells[level]![row] = i;
  }
  return { cells, clash };
}
