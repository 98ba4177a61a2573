import type { Column } from "../column/column";
import { type AnyColumn, columnFromValues } from "../column/from-values";
import { isMissingCell } from "../schema";
import type { DataFrame } from "./data-frame";
import { makeFrame } from "./make-frame";
import { unknownColumn } from "./unknown-column";

/**
 * The rows of a table in groups with equal values in the key columns, in the order in which the
 * groups first appear. Rows with a missing key are left out, as in pandas.
 *
 * Each method gives a table of one row per group: the keys, then the statistic of every number
 * column (or of the columns named).
 *
 * @example
 * ```ts
 * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
 * sales.groupBy("town").mean().column("price").toArray(); // → [3, 1]
 * ```
 */
export class GroupBy {
  readonly #columns: readonly AnyColumn[];
  readonly #keys: readonly AnyColumn[];
  readonly #groups: readonly Uint32Array[];

  /** @internal use `DataFrame.groupBy` */
  constructor(columns: readonly AnyColumn[], keys: readonly AnyColumn[]) {
    this.#columns = columns;
    this.#keys = keys;
    this.#groups = groupRows(keys);
  }

  /** How many groups there are. */
  get nGroups(): number {
    return this.#groups.length;
  }

  /** How many rows each group has, in a column `count`. */
  count(): DataFrame {
    const counts = this.#groups.map((rows) => rows.length);
    return makeFrame("GroupBy.count", [
      ...this.#keyColumns(),
      columnFromValues("GroupBy.count", "count", counts),
    ]);
  }

  /** The mean of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  mean(...columns: string[]): DataFrame {
    return this.#aggregate("mean", columns, (column) => column.mean());
  }

  /** The sum of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  sum(...columns: string[]): DataFrame {
    return this.#aggregate("sum", columns, (column) => column.sum());
  }

  /** The median of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  median(...columns: string[]): DataFrame {
    return this.#aggregate("median", columns, (column) => column.median());
  }

  /** The smallest value of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  min(...columns: string[]): DataFrame {
    return this.#aggregate("min", columns, (column) => column.min());
  }

  /** The largest value of each group. @throws ParameterError for an unknown column; DTypeError on text. */
  max(...columns: string[]): DataFrame {
    return this.#aggregate("max", columns, (column) => column.max());
  }

  #aggregate(name: string, names: string[], statistic: (column: Column) => number): DataFrame {
    const where = `GroupBy.${name}`;
    const keys = new Set(this.#keys.map((key) => key.name));
    const chosen = names.length
      ? names.map((column) => this.#column(where, column))
      : this.#columns.filter((column) => isNumeric(column) && !keys.has(column.name));
    const aggregated = chosen.map((column) => {
      const values = this.#groups.map((rows) => statistic(column.takeUnchecked(rows)));
      return columnFromValues(where, column.name, values);
    });
    return makeFrame(where, [...this.#keyColumns(), ...aggregated]);
  }

  #column(where: string, name: string): AnyColumn {
    const column = this.#columns.find((one) => one.name === name);
    if (column) return column;
    throw unknownColumn(
      where,
      name,
      this.#columns.map((one) => one.name),
    );
  }

  #keyColumns(): AnyColumn[] {
    const firstRows = this.#groups.map((rows) => rows[0]!);
    return this.#keys.map((key) => key.takeUnchecked(firstRows));
  }
}

function isNumeric(column: AnyColumn): boolean {
  return column.type === "number" || column.type === "integer";
}

/** The rows of each combination of keys, in order of first appearance. */
function groupRows(keys: readonly AnyColumn[]): Uint32Array[] {
  const nRows = keys[0]!.length;
  let codes = new Float64Array(nRows);
  for (const key of keys) codes = refine(codes, key);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < nRows; i++) {
    const code = codes[i]!;
    if (Number.isNaN(code)) continue;
    const rows = groups.get(code);
    if (rows) rows.push(i);
    else groups.set(code, [i]);
  }
  return [...groups.values()].map((rows) => Uint32Array.from(rows));
}

/** Splits groups by one more key: a number for each pair of old code and key, NaN for a missing key. */
function refine(codes: Float64Array, key: AnyColumn): Float64Array<ArrayBuffer> {
  const pairs = new Map<number, Map<unknown, number>>();
  let next = 0;
  return Float64Array.from(codes, (code, i) => {
    const cell = key.cell(i);
    if (isMissingCell(cell) || Number.isNaN(code)) return Number.NaN;
    const inner = pairs.get(code) ?? new Map<unknown, number>();
    pairs.set(code, inner);
    if (!inner.has(cell)) inner.set(cell, next++);
    return inner.get(cell)!;
  });
}
