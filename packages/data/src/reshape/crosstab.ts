import { checkOneOf, ParameterError } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import type { DataFrame } from "../frame/data-frame";
import { makeFrame } from "../frame/make-frame";
import type { Aggregator } from "./pivot-table";

/** How a table of counts is made. */
export interface CrosstabOptions {
  /** Compute a statistic of this column in place of counting. */
  readonly values?: AnyColumn;
  /** Which statistic of `values`. Default "mean". */
  readonly aggregate?: Aggregator;
  /** Add a last row and a last column for all. Default false. */
  readonly margins?: boolean;
  /** What the last row and column are called. Default "All". */
  readonly marginsName?: string;
  /** Shares in place of counts: of everything, or within each row ("index") or column. Default "none". */
  readonly normalize?: "none" | "all" | "index" | "columns";
}

const NORMALIZE = ["none", "all", "index", "columns"] as const;

/**
 * How often the values of two columns, or of more, come together: a row for each value of `index`, a column for each
 * value of `columns`. Rows with a missing value are left out.
 *
 * @throws ShapeError if the columns differ in length; ParameterError for two of one name, or none.
 * @example
 * ```ts
 * const people = DataFrame.fromColumns({ sex: ["f", "m", "f"], survived: ["yes", "no", "no"] });
 * const counts = crosstab(people.column("sex"), people.column("survived"), { margins: true });
 * counts.rows()[0]; // → { sex: "f", no: 1, yes: 1, All: 2 }
 * ```
 */
export function crosstab(
  index: AnyColumn | readonly AnyColumn[],
  columns: AnyColumn | readonly AnyColumn[],
  options: CrosstabOptions = {},
): DataFrame {
  const { values, aggregate, margins = false, marginsName = "All", normalize = "none" } = options;
  checkOneOf("crosstab", "normalize", normalize, NORMALIZE);
  const [rows, heads] = [listOf(index), listOf(columns)];
  if (rows.length === 0 || heads.length === 0) {
    throw new ParameterError(
      "crosstab: expected columns for the rows and for the columns, got none",
    );
  }
  const names = [...rows, ...heads].map(({ name }) => name);
  let counted = "count";
  while (names.includes(counted)) counted += "_";
  const n = rows[0]!.length;
  const ones = new IntegerColumn(counted, new Float64Array(n).fill(1));
  const cells = values ? (values.rename(counted) as AnyColumn) : ones;
  const shares = normalize !== "none";
  const table = makeFrame("crosstab", [...rows, ...heads, cells]).pivotTable({
    index: rows.map(({ name }) => name),
    columns: heads.map(({ name }) => name),
    values: counted,
    aggregate: values ? (aggregate ?? "mean") : "count",
    ...(values ? {} : { fillValue: 0 }),
    margins: margins || shares,
    marginsName,
  });
  return shares ? shared(table, rows.length, normalize, margins) : table;
}

function listOf(columns: AnyColumn | readonly AnyColumn[]): readonly AnyColumn[] {
  return Array.isArray(columns) ? (columns as readonly AnyColumn[]) : [columns as AnyColumn];
}

/** Divides by the margins, and leaves out those that are not asked for or would all be 1. */
function shared(
  table: DataFrame,
  nKeys: number,
  normalize: CrosstabOptions["normalize"],
  margins: boolean,
): DataFrame {
  const all = table.columnList();
  const keys = all.slice(0, nKeys);
  const cells = all.slice(nKeys).map((column) => column.toArray() as number[]);
  const last = table.nRows - 1;
  const totals = cells.at(-1)!;
  const parts = cells.map((column) =>
    column.map((value, i) => {
      if (normalize === "all") return value / totals[last]!;
      return value / (normalize === "index" ? totals[i]! : column[last]!);
    }),
  );
  const hasColumn = margins && normalize !== "index";
  const hasRow = margins && normalize !== "columns";
  const numbers = parts.map(
    (values, j) => new NumberColumn(all[nKeys + j]!.name, Float64Array.from(values)),
  );
  const shown = makeFrame("crosstab", [...keys, ...(hasColumn ? numbers : numbers.slice(0, -1))]);
  return hasRow ? shown : shown.slice(0, last);
}
