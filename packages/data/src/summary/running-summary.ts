import { CategoryColumn } from "../column/category-column";
import { factorizeCodes } from "../column/factorize";
import { Float64Column } from "../column/float64-column";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import { DistinctCounter } from "./distinct";

/**
 * Count, mean, standard deviation, extremes and different values of a column that comes in parts, each
 * seen once.
 *
 * The parts' means and sums of squares are joined by Chan's formula, which does not cancel:
 * M₂ = M₂ₐ + M₂ᵦ + δ² nₐ nᵦ / n with δ = meanᵦ − meanₐ.
 *
 * @see Chan, Golub and LeVeque (1979), Updating formulae and a pairwise algorithm for computing sample
 *   variances.
 */
export class RunningSummary {
  count = 0;
  missing = 0;
  min = Number.NaN;
  max = Number.NaN;
  #mean = Number.NaN;
  #squares = 0;
  readonly #distinct = new DistinctCounter();

  /** How many different values there were; an estimate when they are many. */
  get distinct(): number {
    return this.#distinct.count;
  }

  /** The mean of numbers, NaN of none or of text. */
  get mean(): number {
    return this.#mean;
  }

  /** The standard deviation with divisor n − 1. */
  get std(): number {
    const isDefined = this.count > 1 && !Number.isNaN(this.#mean);
    return isDefined ? Math.sqrt(this.#squares / (this.count - 1)) : Number.NaN;
  }

  /** Adds the column's next part. */
  add(column: AnyColumn): void {
    if (column instanceof Float64Column) this.#addNumbers(column.values);
    else if (column instanceof StringColumn || column instanceof CategoryColumn) {
      this.#addTexts(column);
    } else
      this.#addNumbers(Float64Array.from(column.codes, (code) => (code > 1 ? Number.NaN : code)));
  }

  #addNumbers(values: Float64Array): void {
    let n = 0;
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      n++;
      sum += value;
      if (!(value >= this.min)) this.min = value;
      if (!(value <= this.max)) this.max = value;
      this.#distinct.addNumber(value);
    }
    this.missing += values.length - n;
    if (n > 0) this.#join(n, sum / n, values);
  }

  #join(n: number, mean: number, values: Float64Array): void {
    let squares = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!Number.isNaN(value)) squares += (value - mean) ** 2;
    }
    if (this.count === 0) this.#mean = mean;
    const total = this.count + n;
    const difference = mean - this.#mean;
    this.#mean += (difference * n) / total;
    this.#squares += squares + (difference ** 2 * this.count * n) / total;
    this.count = total;
  }

  #addTexts(column: StringColumn | CategoryColumn): void {
    const missing = column.missingCount;
    this.missing += missing;
    this.count += column.length - missing;
    if (column instanceof StringColumn && !column.encoded) {
      for (const value of column.values) if (value !== null) this.#distinct.addText(value);
      return;
    }
    const codes = column instanceof CategoryColumn ? column.codes : column.encoded!.codes;
    const texts = column instanceof CategoryColumn ? column.categories : column.encoded!.dictionary;
    for (const row of factorizeCodes(codes, texts.length).firstRows) {
      this.#distinct.addText(texts[codes[row]!]!);
    }
  }
}
