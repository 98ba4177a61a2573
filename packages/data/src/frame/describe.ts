import { OutOfRangeError } from "@gradus/core";
import { textOf } from "../column/convert";
import { dateText } from "../column/dates";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
import { quantileSorted } from "../column/statistics";
import { StringColumn } from "../column/string-column";
import type { ColumnType } from "../schema";

/** What `describe` describes. */
export interface DescribeOptions {
  /** The shares below the quantiles, from 0 to 1. Default 0.25, 0.5 and 0.75. */
  readonly percentiles?: readonly number[];
  /** The types of the columns, or all. Default numbers, integers and dates; where there are none, all. */
  readonly include?: "all" | readonly ColumnType[];
}

type Statistics = ReadonlyMap<string, number | string>;

/**
 * The columns of `DataFrame.describe`: the statistics' names, then one column for each described. Of
 * numbers it holds numbers, of other types text, since a date or a frequent value stands beside counts.
 */
export function describeColumns(
  columns: readonly AnyColumn[],
  { percentiles = [0.25, 0.5, 0.75], include }: DescribeOptions = {},
): AnyColumn[] {
  const wrong = percentiles.find((share) => !(share >= 0 && share <= 1));
  if (wrong !== undefined) {
    throw new OutOfRangeError(`DataFrame.describe: expected percentiles from 0 to 1, got ${wrong}`);
  }
  const shares = [...new Set(percentiles)].sort((a, b) => a - b);
  const chosen = chosenColumns(columns, include);
  const described = chosen.map((column) => statisticsOf(column, shares));
  const names = namesInOrder(described);
  return [
    new StringColumn("statistic", names),
    ...chosen.map((column, k) => asColumn(column, names, described[k]!)),
  ];
}

function chosenColumns(
  columns: readonly AnyColumn[],
  include: DescribeOptions["include"],
): readonly AnyColumn[] {
  if (include === "all") return columns;
  const types: readonly ColumnType[] = include ?? ["number", "integer", "date"];
  const chosen = columns.filter((column) => types.includes(column.type));
  return chosen.length === 0 && include === undefined ? columns : chosen;
}

function asColumn(column: AnyColumn, names: readonly string[], found: Statistics): AnyColumn {
  if (isNumeric(column)) {
    const values = names.map((name) => (found.get(name) ?? Number.NaN) as number);
    return new NumberColumn(column.name, Float64Array.from(values));
  }
  const texts = names.map((name) => {
    const value = found.get(name);
    return value === undefined ? null : String(value);
  });
  return new StringColumn(column.name, texts);
}

function statisticsOf(column: AnyColumn, shares: readonly number[]): Statistics {
  const count = column.length - column.missingCount;
  if (column.type === "date") return ofDates(column, count, shares);
  if (!isNumeric(column)) return ofValues(column, count);
  const sorted = column.presentNumbers("DataFrame.describe").sort();
  return new Map([
    ["count", count],
    ["mean", column.mean()],
    ["std", column.std()],
    ["min", quantileSorted(sorted, 0)],
    ...shares.map((share) => [percentName(share), quantileSorted(sorted, share)] as const),
    ["max", quantileSorted(sorted, 1)],
  ]);
}

function ofDates(column: AnyColumn, count: number, shares: readonly number[]): Statistics {
  const text = (time: number) => (Number.isNaN(time) ? "NA" : dateText(Math.trunc(time)));
  return new Map<string, string | number>([
    ["count", count],
    ["mean", text(column.mean())],
    ["min", text(column.min())],
    ...shares.map((share) => [percentName(share), text(column.quantile(share))] as const),
    ["max", text(column.max())],
  ]);
}

/** How many values, how many different ones, the most frequent one and how often it occurs. */
function ofValues(column: AnyColumn, count: number): Statistics {
  const { codes, firstRows } = column.factorize();
  const counts = new Float64Array(firstRows.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const freq = counts.reduce((most, n) => Math.max(most, n), 0);
  const found = new Map<string, number | string>([
    ["count", count],
    ["unique", firstRows.length],
  ]);
  if (freq === 0) return found;
  return found.set("top", textOf(column.cell(firstRows[counts.indexOf(freq)]!))).set("freq", freq);
}

/** The names of all, the columns with the fewest first, as pandas orders them. */
function namesInOrder(described: readonly Statistics[]): string[] {
  const lists = described.map((found) => [...found.keys()]);
  lists.sort((a, b) => a.length - b.length);
  return [...new Set(lists.flat())];
}

function isNumeric(column: AnyColumn): boolean {
  return column.type === "number" || column.type === "integer";
}

/** "25%", "99.9%". */
function percentName(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
