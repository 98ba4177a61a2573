import { DTypeError, OutOfRangeError } from "@gradus/core";
import { BooleanColumn } from "../column/boolean-column";
import { DateColumn } from "../column/date-column";
import { Float64Column } from "../column/float64-column";
import type { AnyColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import type { Grouping } from "./grouping";
import * as kernels from "./kernels";

/** The statistics of a group that have a name. Missing values are skipped. */
export type AggregateName =
  | "count"
  | "sum"
  | "prod"
  | "mean"
  | "median"
  | "min"
  | "max"
  | "std"
  | "variance"
  | "first"
  | "last"
  | "nunique"
  | "quantile"
  | "any"
  | "all";

/** What some statistics want to know besides. */
export interface AggregateOptions {
  /** Subtracted from n in the divisor of `std` and `variance`. Default 1. */
  readonly ddof?: number;
  /** The share below the quantile. Default 0.5. */
  readonly q?: number;
}

export const AGGREGATE_NAMES: readonly AggregateName[] = [
  "count",
  "sum",
  "prod",
  "mean",
  "median",
  "min",
  "max",
  "std",
  "variance",
  "first",
  "last",
  "nunique",
  "quantile",
  "any",
  "all",
];

/** The column type of a statistic of a column of type `T`. */
export type AggregateType<T, A extends AggregateName> = A extends "count" | "nunique"
  ? "integer"
  : A extends "any" | "all"
    ? "boolean"
    : A extends "min" | "max" | "first" | "last"
      ? T
      : A extends "sum" | "prod"
        ? T extends "integer" | "boolean"
          ? "integer"
          : "number"
        : T extends "date"
          ? "date"
          : "number";

/**
 * One statistic of a column for each group, as a column of as many rows as there are groups.
 *
 * @throws DTypeError if the column's type has no such statistic; OutOfRangeError unless 0 <= q <= 1.
 */
export function aggregateColumn(
  where: string,
  column: AnyColumn,
  grouping: Grouping,
  name: AggregateName,
  { ddof = 1, q = 0.5 }: AggregateOptions = {},
): AnyColumn {
  const numbers = () => column.toNumbersUnchecked(where);
  switch (name) {
    case "count":
      return new IntegerColumn(column.name, presentCounts(column, grouping));
    case "nunique": {
      const { codes, firstRows } = column.factorize();
      const counted = kernels.distinctCounts(codes, firstRows.length, grouping);
      return new IntegerColumn(column.name, counted);
    }
    case "first":
    case "last":
      return column.takeUnchecked(endRows(column, grouping, name === "first"));
    case "min":
    case "max":
      return column.takeUnchecked(extremeRows(column, grouping, name === "min" ? 1 : -1));
    case "any":
    case "all":
      return truths(column, numbers(), grouping, name);
    case "sum":
    case "prod": {
      refuseDates(where, column, name);
      const kernel = name === "sum" ? kernels.sums : kernels.products;
      return wholeOrNot(column, kernel(numbers(), grouping));
    }
    case "mean":
      return likeDates(column, kernels.means(numbers(), grouping));
    case "median":
      return likeDates(column, kernels.quantiles(numbers(), grouping, 0.5));
    case "quantile":
      if (!(q >= 0 && q <= 1)) {
        throw new OutOfRangeError(`${where}: q must be a number from 0 to 1, got ${q}`);
      }
      return likeDates(column, kernels.quantiles(numbers(), grouping, q));
    case "variance":
      refuseDates(where, column, name);
      return new NumberColumn(column.name, kernels.variances(numbers(), grouping, ddof));
    case "std":
      refuseDates(where, column, name);
      return new NumberColumn(
        column.name,
        kernels.variances(numbers(), grouping, ddof).map(Math.sqrt),
      );
  }
}

function presentCounts(column: AnyColumn, grouping: Grouping): Float64Array {
  if (column instanceof Float64Column) return kernels.counts(column.values, grouping);
  const result = new Float64Array(grouping.nGroups);
  grouping.codes.forEach((code, i) => {
    if (code >= 0 && !column.isMissing(i)) result[code]!++;
  });
  return result;
}

/** The first or last row of each group that is not missing, −1 without one. */
function endRows(column: AnyColumn, { codes, nGroups }: Grouping, isFirst: boolean): Int32Array {
  const rows = new Int32Array(nGroups).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code < 0 || (isFirst && rows[code]! >= 0) || column.isMissing(i)) continue;
    rows[code] = i;
  }
  return rows;
}

function extremeRows(column: AnyColumn, grouping: Grouping, sign: number): Int32Array {
  if (column instanceof Float64Column) return kernels.extremeRows(column.values, grouping, sign);
  const { codes, nGroups } = grouping;
  const rows = new Int32Array(nGroups).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code < 0 || column.isMissing(i)) continue;
    const best = rows[code]!;
    if (best < 0 || sign * column.compare(i, best) < 0) rows[code] = i;
  }
  return rows;
}

/** Whether any, or every, value of each group that is there is not 0; true for all of none. */
function truths(
  column: AnyColumn,
  values: Float64Array,
  { codes, nGroups }: Grouping,
  name: "any" | "all",
): BooleanColumn {
  const start = Number(name === "all");
  const result = new Uint8Array(nGroups).fill(start);
  for (let i = 0; i < values.length; i++) {
    if (codes[i]! < 0 || Number.isNaN(values[i])) continue;
    const truth = Number(values[i] !== 0);
    if (truth !== start) result[codes[i]!] = truth;
  }
  return new BooleanColumn(column.name, result);
}

function wholeOrNot(column: AnyColumn, values: Float64Array): AnyColumn {
  const isWhole = column.type === "integer" || column.type === "boolean";
  return isWhole ? new IntegerColumn(column.name, values) : new NumberColumn(column.name, values);
}

function likeDates(column: AnyColumn, values: Float64Array): AnyColumn {
  const isDate = column.type === "date";
  return isDate ? new DateColumn(column.name, values) : new NumberColumn(column.name, values);
}

function refuseDates(where: string, column: AnyColumn, name: string): void {
  if (column.type !== "date") return;
  throw new DTypeError(
    `${where}: expected a column of numbers for ${name}, got "${column.name}", which holds dates`,
  );
}
