import {
  type Displayable,
  type DisplayTable,
  DTypeError,
  displaySymbol,
  displayText,
  OutOfRangeError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { formatCells } from "../format";
import { checkRows } from "../rows";
import type { CellTypes, ColumnType } from "../schema";
import { toNumbers } from "../to-numbers";
import type { Factors } from "./factorize";
import * as statistics from "./statistics";
import { ValueCounts } from "./value-counts";

const SHOWN_ROWS = 10;

/**
 * One named column of a table: values of one type, some of which may be missing.
 *
 * A column never changes; every method that seems to change it gives a new one. Statistics skip
 * missing values and take `true` as 1 and `false` as 0, so that the mean of a boolean column is a
 * share. On a column of text or categories they throw a DTypeError.
 *
 * @roadmap FND-015
 */
export abstract class Column<T extends ColumnType = ColumnType> implements Displayable {
  /** The type of the values. */
  abstract readonly type: T;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** How many values the column holds, missing ones included. */
  abstract readonly length: number;

  /** Whether the value at row `i` is missing. */
  abstract isMissing(i: number): boolean;

  /**
   * The rows named by `indices`, in that order, a missing value for a negative one; the caller has
   * checked that there are no others. @internal
   */
  abstract takeUnchecked(indices: ArrayLike<number>): this;

  /** The same values under another name. */
  abstract rename(name: string): this;

  /** Negative, 0 or positive as row `i` stands before, with or after row `j`; both are present. @internal */
  abstract compare(i: number, j: number): number;

  /** The value at row `i`, already in range. @internal */
  abstract cell(i: number): CellTypes[T];

  /** The different values, numbered. @internal */
  abstract factorize(): Factors;

  /** The values as numbers, missing ones as NaN. @throws DTypeError if the column holds text. */
  protected abstract numbers(where: string): Float64Array;

  /**
   * The value at row `i`; a negative `i` counts from the end.
   *
   * @throws OutOfRangeError if there is no such row.
   */
  at(i: number): CellTypes[T] {
    const row = i < 0 ? i + this.length : i;
    if (!Number.isInteger(row) || row < 0 || row >= this.length) {
      throw new OutOfRangeError(
        `Column.at: "${this.name}" has rows 0 to ${this.length - 1}, got ${i}`,
      );
    }
    return this.cell(row);
  }

  /** The rows named by `indices`, in that order and as often. @throws OutOfRangeError for no such row. */
  take(indices: ArrayLike<number>): this {
    checkRows("Column.take", indices, this.length);
    return this.takeUnchecked(indices);
  }

  /** How many values are missing. */
  get missingCount(): number {
    let count = 0;
    for (let i = 0; i < this.length; i++) if (this.isMissing(i)) count++;
    return count;
  }

  /** The values as an ordinary array. */
  toArray(): CellTypes[T][] {
    return Array.from({ length: this.length }, (_, i) => this.cell(i));
  }

  *[Symbol.iterator](): IterableIterator<CellTypes[T]> {
    for (let i = 0; i < this.length; i++) yield this.cell(i);
  }

  /** The different values that occur, missing ones left out, in the order of their first appearance. */
  unique(): NonNullable<CellTypes[T]>[] {
    const { firstRows } = this.factorize();
    return Array.from(firstRows, (row) => this.cell(row) as NonNullable<CellTypes[T]>);
  }

  /**
   * How often each value occurs, missing ones left out, in the order of first appearance: a Map, which `display`
   * shows as a table. `DataFrame.valueCounts` gives a table, sorted.
   *
   * @example
   * ```ts
   * const towns = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames", null] }).column("town");
   * towns.valueCounts().get("Ames"); // → 2
   * ```
   */
  valueCounts(): ValueCounts<NonNullable<CellTypes[T]>> {
    const { codes, firstRows } = this.factorize();
    const counts = new Uint32Array(firstRows.length);
    for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) counts[codes[i]!]!++;
    const value = (row: number) => this.cell(row) as NonNullable<CellTypes[T]>;
    const pairs = Array.from(firstRows, (row, code) => [value(row), counts[code]!] as const);
    return new ValueCounts(this, pairs);
  }

  /** The sum of the values, 0 if there are none. @throws DTypeError on text. */
  sum(): number {
    return statistics.sum(this.presentNumbers("Column.sum"));
  }

  /** The arithmetic mean, NaN if there are no values. @throws DTypeError on text. */
  mean(): number {
    return statistics.mean(this.presentNumbers("Column.mean"));
  }

  /** The smallest value, NaN if there are none. @throws DTypeError on text. */
  min(): number {
    return extreme(this.presentNumbers("Column.min"), (value, best) => value < best);
  }

  /** The largest value, NaN if there are none. @throws DTypeError on text. */
  max(): number {
    return extreme(this.presentNumbers("Column.max"), (value, best) => value > best);
  }

  /**
   * The variance Σ(x − mean)² / (n − ddof).
   *
   * @param ddof subtracted from n in the divisor; 1 (the default) estimates a population's variance
   * @throws DTypeError on text.
   */
  variance({ ddof = 1 }: { readonly ddof?: number } = {}): number {
    return statistics.variance(this.presentNumbers("Column.variance"), ddof);
  }

  /** The standard deviation, the square root of `variance`. @throws DTypeError on text. */
  std(options: { readonly ddof?: number } = {}): number {
    return Math.sqrt(this.variance(options));
  }

  /** The middle value, or the mean of the two middle ones. @throws DTypeError on text. */
  median(): number {
    return statistics.quantileSorted(this.presentNumbers("Column.median").sort(), 0.5);
  }

  /**
   * The value below which the share `q` of the values lies (R-7, linear interpolation).
   *
   * @throws OutOfRangeError unless 0 <= q <= 1; DTypeError on text.
   */
  quantile(q: number): number {
    if (!(q >= 0 && q <= 1)) {
      throw new OutOfRangeError(`Column.quantile: q must be a number from 0 to 1, got ${q}`);
    }
    return statistics.quantileSorted(this.presentNumbers("Column.quantile").sort(), q);
  }

  /**
   * The values as a tensor of shape (length,).
   *
   * @throws ValueError naming the row of the first missing value, or if the column holds text.
   */
  toTensor({ dtype = "float64" }: { readonly dtype?: "float64" | "float32" } = {}): Tensor {
    return tensor(toNumbers("Column.toTensor", this), { dtype });
  }

  toString(): string {
    return displayText(this[displaySymbol]());
  }

  [displaySymbol](): DisplayTable {
    const shown = Math.min(this.length, SHOWN_ROWS);
    const head = Array.from({ length: shown }, (_, i) => this.cell(i));
    return {
      kind: "table",
      columns: [{ name: this.name, type: this.type }],
      rows: formatCells(head, this.type).map((cell) => [cell]),
      nRows: this.length,
    };
  }

  /** A fresh array of the values that are not missing. @internal */
  presentNumbers(where: string): Float64Array {
    const values = this.numbers(where);
    const present = new Float64Array(values.length);
    let n = 0;
    for (let i = 0; i < values.length; i++) {
      if (!Number.isNaN(values[i])) present[n++] = values[i]!;
    }
    return present.subarray(0, n);
  }

  /** @internal */
  toNumbersUnchecked(where: string): Float64Array {
    return this.numbers(where);
  }
}

function extreme(values: Float64Array, better: (value: number, best: number) => boolean): number {
  if (values.length === 0) return Number.NaN;
  return values.reduce((best, value) => (better(value, best) ? value : best));
}

/** The error of a statistic that was asked of text. @internal */
export function textError(where: string, name: string): DTypeError {
  return new DTypeError(`${where}: expected a column of numbers, got "${name}", which holds text`);
}
