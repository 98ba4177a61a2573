import { checkInteger, OutOfRangeError } from "@gradus/core";
import { makeColumn } from "../column/make-column";
import type { NumberColumn } from "../column/number-column";
import { quantileSorted } from "../column/statistics";
import { type Moments, slideFold, slideMoments, slideSorted, type Windows } from "./slide";

/**
 * A column seen through a window for each row; each method gives a column of one statistic of the values in
 * it. Missing and infinite values are skipped, as in pandas, and with fewer values than `minPeriods` the
 * result is missing. The means and deviations are as exact as if each window were computed afresh.
 *
 * @example
 * ```ts
 * const price = new NumberColumn("price", Float64Array.of(2, 4, 9, 5));
 * price.rolling(2).mean().toArray(); // → [NaN, 3, 6.5, 7]
 * price.expanding().max().toArray(); // → [2, 4, 9, 9]
 * ```
 */
export class WindowedColumn {
  readonly #name: string;
  readonly #values: Float64Array;
  readonly #windows: Windows;
  readonly #minPeriods: number;

  /** @internal made by `rolling` and `expanding` */
  constructor(name: string, values: Float64Array, windows: Windows, minPeriods: number) {
    this.#name = name;
    this.#values = values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
    this.#windows = windows;
    this.#minPeriods = minPeriods;
  }

  /** How many values there are; missing only where the window holds fewer rows than `minPeriods`. */
  count(): NumberColumn {
    const { starts, ends } = this.#windows;
    const counts = this.#counts();
    const nRows = (i: number) => ends[i]! - starts[i]!;
    return this.#column(counts.map((n, i) => (nRows(i) < this.#minPeriods ? Number.NaN : n)));
  }

  sum(): NumberColumn {
    return this.#enough(slideFold(this.#values, this.#windows, 0, (a, b) => a + b));
  }

  mean(): NumberColumn {
    return this.#enough(this.#moments().means, 1);
  }

  /** @param ddof subtracted from n in the divisor; default 1. @throws ParameterError unless it is an integer >= 0. */
  variance({ ddof = 1 }: { readonly ddof?: number } = {}): NumberColumn {
    checkInteger("WindowedColumn.variance", "ddof", ddof);
    const { counts, squares } = this.#moments();
    const variances = squares.map((sum, i) => sum / (counts[i]! - ddof));
    return this.#enough(variances, ddof + 1);
  }

  /** The standard deviation. @throws ParameterError unless `ddof` is an integer >= 0. */
  std(options: { readonly ddof?: number } = {}): NumberColumn {
    return this.#column(this.variance(options).values.map(Math.sqrt));
  }

  min(): NumberColumn {
    return this.#enough(slideFold(this.#values, this.#windows, Infinity, Math.min), 1);
  }

  max(): NumberColumn {
    return this.#enough(slideFold(this.#values, this.#windows, -Infinity, Math.max), 1);
  }

  median(): NumberColumn {
    return this.quantile(0.5);
  }

  /** The value below which the share `q` of the window's values lies. @throws OutOfRangeError unless 0 <= q <= 1. */
  quantile(q: number): NumberColumn {
    if (!(q >= 0 && q <= 1)) {
      throw new OutOfRangeError(
        `WindowedColumn.quantile: q must be a number from 0 to 1, got ${q}`,
      );
    }
    const of = (sorted: Float64Array) => quantileSorted(sorted, q);
    return this.#enough(slideSorted(this.#values, this.#windows, of), 1);
  }

  /** Any function of the values of each window, in the order of the rows, missing ones left out. */
  apply(of: (values: Float64Array) => number): NumberColumn {
    const { starts, ends } = this.#windows;
    const counts = this.#counts();
    const results = Float64Array.from(starts, (start, i) => {
      if (counts[i]! < this.#minPeriods) return Number.NaN;
      return of(this.#values.slice(start, ends[i]).filter((value) => !Number.isNaN(value)));
    });
    return this.#column(results);
  }

  /**
   * Of distances from the value nearest to 0: taking it off costs no value more than its last digits, and
   * leaves small numbers where all values are far from 0.
   */
  #moments(): Moments {
    const nearest = (a: number, b: number) => (Math.abs(b) < Math.abs(a) ? b : a);
    const origin = this.#values.reduce(nearest, Number.POSITIVE_INFINITY);
    if (origin === Number.POSITIVE_INFINITY) return slideMoments(this.#values, this.#windows);
    const distances = this.#values.map((value) => value - origin);
    const { counts, means, squares } = slideMoments(distances, this.#windows);
    return { counts, means: means.map((mean) => origin + mean), squares };
  }

  #counts(): Float64Array {
    const ones = this.#values.map((value) => (Number.isNaN(value) ? 0 : 1));
    return slideFold(ones, this.#windows, 0, (a, b) => a + b);
  }

  /** The results where there are enough values for the caller and for the statistic. */
  #enough(results: Float64Array, needed = 0): NumberColumn {
    const least = Math.max(this.#minPeriods, needed);
    const counts = this.#counts();
    return this.#column(results.map((value, i) => (counts[i]! < least ? Number.NaN : value)));
  }

  #column(values: Float64Array): NumberColumn {
    return makeColumn.number(this.#name, values);
  }
}
