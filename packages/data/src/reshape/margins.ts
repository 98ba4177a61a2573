import { ValueError } from "@gradus/core";
import { convertColumn } from "../column/convert";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import { concat } from "../frame/concat";
import type { DataFrame } from "../frame/data-frame";
import type { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import { type PivotTableOptions, pivotTableColumns } from "./pivot-table";

/** The table of groups without its margins. */
type Table = (frame: DataFrame, options: Partial<PivotTableOptions>) => DataFrame;

/**
 * A table of groups with a last column and a last row of the same statistic over all columns and all rows. The
 * first index column becomes text, since the last row's name is; other index columns are missing there.
 *
 * As in pandas, rows with a missing key or value count for nothing in the margins.
 *
 * @throws ValueError if a level has the margins' name.
 */
export function pivotTableWithMargins(
  where: string,
  frame: DataFrame,
  options: PivotTableOptions,
): DataFrame {
  const { marginsName = "All", fillValue } = options;
  const [keys, heads, values] = [options.index, options.columns ?? [], options.values].map(listOf);
  const tableOf: Table = (of, given) => {
    const all = { ...options, ...given };
    return makeFrame(where, pivotTableColumns(where, of as unknown as FrameBase, all));
  };
  const base = tableOf(frame, {});
  const used = frame.dropMissing(...keys!, ...heads!, ...values!);
  const sides = sideNames(where, base, { keys: keys!, values: values!, marginsName });
  const hasHeads = heads!.length > 0;
  const wide = hasHeads ? withLastColumn(base, used, { keys: keys!, sides, tableOf }) : base;
  const row = lastRow(wide, used, { key: keys![0]!, sides, marginsName, hasHeads, tableOf });
  const joined = concat([wide.assign({ [keys![0]!]: asText(where, wide, keys![0]!) }), row]);
  const ordered = joined.select(...keys!, ...namesInOrder(base, keys!, values!, sides, hasHeads));
  if (fillValue === undefined) return ordered;
  const filled = ordered
    .columnList()
    .map((column, j) => (j < keys!.length ? column : column.fillMissing(fillValue)));
  return makeFrame(where, filled as AnyColumn[]);
}

function listOf(names: string | readonly string[]): string[] {
  return typeof names === "string" ? [names] : [...names];
}

/** What the last column of each value is called. */
function sideNames(
  where: string,
  base: DataFrame,
  { keys, values, marginsName }: { keys: string[]; values: string[]; marginsName: string },
): Record<string, string> {
  const isTaken = base
    .column(keys[0]!)
    .toArray()
    .some((cell) => String(cell) === marginsName);
  const names = values.map((value) =>
    values.length > 1 ? `${value}_${marginsName}` : marginsName,
  );
  const taken = names.find((name) => base.has(name));
  if (isTaken || taken !== undefined) {
    throw new ValueError(
      `${where}: expected a marginsName that no group has, got ${JSON.stringify(marginsName)}`,
    );
  }
  return Object.fromEntries(values.map((value, k) => [value, names[k]!]));
}

function withLastColumn(
  base: DataFrame,
  used: DataFrame,
  { keys, sides, tableOf }: { keys: string[]; sides: Record<string, string>; tableOf: Table },
): DataFrame {
  const side = tableOf(used, { columns: [] }).rename(sides);
  return base.merge(side, { on: keys, how: "left" } as never) as unknown as DataFrame;
}

/** The table of a single group of all rows, of the columns that `wide` has. */
function lastRow(
  wide: DataFrame,
  used: DataFrame,
  {
    key,
    sides,
    marginsName,
    hasHeads,
    tableOf,
  }: {
    key: string;
    sides: Record<string, string>;
    marginsName: string;
    hasHeads: boolean;
    tableOf: Table;
  },
): DataFrame {
  let margin = "margin";
  while (used.has(margin)) margin += "_";
  const names = new Array<string>(used.nRows).fill(marginsName);
  const marked = used.assign({ [margin]: new StringColumn(margin, names) }) as unknown as DataFrame;
  const across = tableOf(marked, { index: margin });
  const corner = tableOf(marked, { index: margin, columns: [] }).rename(sides);
  const whole = hasHeads ? across.merge(corner, { on: margin, how: "left" } as never) : across;
  const columns = (whole as unknown as DataFrame).columnList();
  const kept = columns.filter((column) => column.name === margin || wide.has(column.name));
  return makeFrame("pivotTable", kept as AnyColumn[]).rename({ [margin]: key });
}

function asText(where: string, table: DataFrame, name: string): AnyColumn {
  return convertColumn(where, table.column(name), "string");
}

/** Each value's levels, and then its margin. */
function namesInOrder(
  base: DataFrame,
  keys: readonly string[],
  values: readonly string[],
  sides: Readonly<Record<string, string>>,
  hasHeads: boolean,
): string[] {
  const names = base.columns.slice(keys.length);
  if (!hasHeads) return names;
  const each = names.length / values.length;
  return values.flatMap((value, k) => [...names.slice(k * each, (k + 1) * each), sides[value]!]);
}
