import { checkInteger, OutOfRangeError, ParameterError, ValueError } from "@gradus/core";
import { CategoryColumn } from "../column/category-column";
import type { Column } from "../column/column";
import { intervalLabels, labelsOf } from "./intervals";

/** How a column is cut into intervals. */
export interface CutOptions {
  /** A name for each interval; by default its borders. */
  readonly labels?: readonly string[];
  /** Digits of the borders in the names. Default 3. */
  readonly precision?: number;
  /** What borders that come twice are: an error, or left out. Default "error". */
  readonly duplicates?: "error" | "drop";
  /** Whether intervals contain their right border, else their left one. Default true. */
  readonly right?: boolean;
  /** Whether the first interval contains its left border too. Default false. */
  readonly includeLowest?: boolean;
}

/**
 * The interval that each number falls in, as a column of ordered categories named by their borders, as
 * pandas names them. A value in no interval is missing.
 *
 * @param bins the borders, ascending; or how many intervals of one width from the least value to
 *   the greatest, the first of them 0.1% wider, so that it contains the least value
 * @throws ValueError for borders that do not ascend, or nothing to find borders from; ParameterError for
 *   an unfit number of labels or of intervals; DTypeError on text.
 * @example
 * ```ts
 * const age = new NumberColumn("age", Float64Array.of(4, 18, 40));
 * cut(age, [0, 18, 65]).toArray(); // → ["(0, 18]", "(0, 18]", "(18, 65]"]
 * cut(age, [0, 18, 65], { labels: ["child", "adult"] }).at(2); // → adult
 * ```
 */
export function cut(
  column: Column,
  bins: number | readonly number[],
  options: CutOptions = {},
): CategoryColumn {
  const where = "cut";
  const { right = true, includeLowest = false, precision = 3 } = options;
  const values = column.toNumbersUnchecked(where);
  if (typeof bins === "number") {
    checkInteger(where, "bins", bins, 1);
    const breaks = equalWidths(where, values, bins, right);
    const names = () => intervalLabels(breaks, right, includeLowest, precision);
    return intoBins(where, column.name, values, breaks, names, options);
  }
  const breaks = distinct(where, bins, options);
  const isWhole = breaks.every(Number.isInteger);
  const names = () =>
    isWhole && !(right && includeLowest)
      ? labelsOf(breaks, right, true)
      : intervalLabels(breaks, right, includeLowest, precision);
  return intoBins(where, column.name, values, breaks, names, options);
}

/** How a column is cut at its quantiles. */
export type QcutOptions = Pick<CutOptions, "labels" | "precision" | "duplicates">;

/**
 * Intervals that hold equally many of the values, as a column of ordered categories.
 *
 * @param q how many intervals, or the shares that the borders leave below them, from 0 to 1
 * @throws ValueError if two borders are equal, unless `duplicates` is "drop"; OutOfRangeError for shares
 *   outside 0 to 1; ParameterError for an unfit number of labels or of intervals; DTypeError on text.
 * @example
 * ```ts
 * const income = new NumberColumn("income", Float64Array.of(1, 2, 3, 100));
 * qcut(income, 2).toArray(); // → ["(0.999, 2.5]", "(0.999, 2.5]", "(2.5, 100.0]", "(2.5, 100.0]"]
 * ```
 */
export function qcut(
  column: Column,
  q: number | readonly number[],
  options: QcutOptions = {},
): CategoryColumn {
  const where = "qcut";
  const values = column.toNumbersUnchecked(where);
  const shares = typeof q === "number" ? linspace(0, 1, checkInteger(where, "q", q, 1)) : q;
  const outside = shares.find((share) => !(share >= 0 && share <= 1));
  if (outside !== undefined) {
    throw new OutOfRangeError(`${where}: expected shares from 0 to 1, got ${outside}`);
  }
  const sorted = present(where, values).sort();
  const breaks = distinct(
    where,
    shares.map((share) => quantile(sorted, share)),
    options,
  );
  const names = () => intervalLabels(breaks, true, true, options.precision ?? 3);
  return intoBins(where, column.name, values, breaks, names, { ...options, includeLowest: true });
}

function intoBins(
  where: string,
  name: string,
  values: Float64Array,
  breaks: readonly number[],
  names: () => string[],
  { labels, right = true, includeLowest = false }: CutOptions,
): CategoryColumn {
  if (labels && labels.length !== breaks.length - 1) {
    throw new ParameterError(
      `${where}: expected ${breaks.length - 1} labels for as many intervals, got ${labels.length}`,
    );
  }
  const codes = Int32Array.from(values, (value) => {
    if (includeLowest && right && value === breaks[0]) return 0;
    const code = countBelow(breaks, value, right) - 1;
    return Number.isNaN(value) || code === breaks.length - 1 ? -1 : code;
  });
  return new CategoryColumn(name, codes, labels ?? names(), true);
}

/** How many borders lie below the value, or at it unless `isRight`. */
function countBelow(breaks: readonly number[], value: number, isRight: boolean): number {
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBelow = isRight ? breaks[middle]! < value : breaks[middle]! <= value;
    if (isBelow) low = middle + 1;
    else high = middle;
  }
  return low;
}

function equalWidths(where: string, values: Float64Array, n: number, isRight: boolean): number[] {
  const finite = present(where, values);
  let least = finite.reduce((a, b) => Math.min(a, b));
  let most = finite.reduce((a, b) => Math.max(a, b));
  if (!Number.isFinite(most - least)) {
    throw new ValueError(`${where}: expected finite numbers, got values from ${least} to ${most}`);
  }
  if (least === most) {
    const margin = least === 0 ? 0.001 : 0.001 * Math.abs(least);
    least -= margin;
    most += margin;
    return linspace(least, most, n);
  }
  const breaks = linspace(least, most, n);
  const margin = (most - least) * 0.001;
  if (isRight) breaks[0] = least - margin;
  else breaks[n] = most + margin;
  return breaks;
}

function linspace(from: number, to: number, n: number): number[] {
  const step = (to - from) / n;
  return Array.from({ length: n + 1 }, (_, i) => (i === n ? to : i * step + from));
}

/** The quantile by linear interpolation, computed as NumPy does, so that borders are equal to the last bit. */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  const t = position - below;
  return t >= 0.5 ? high - (high - low) * (1 - t) : low + (high - low) * t;
}

function present(where: string, values: Float64Array): Float64Array {
  const kept = values.filter((value) => !Number.isNaN(value));
  if (kept.length === 0) throw new ValueError(`${where}: expected at least one value, got none`);
  return kept;
}

function distinct(where: string, breaks: readonly number[], { duplicates }: CutOptions): number[] {
  const kept = duplicates === "drop" ? [...new Set(breaks)] : [...breaks];
  const wrong = kept.findIndex((value, i) => i > 0 && !(value > kept[i - 1]!));
  if (kept.length < 2 || wrong > 0 || Number.isNaN(kept[0])) {
    throw new ValueError(
      `${where}: expected at least two ascending borders, got ${kept.join(", ")}`,
    );
  }
  return kept;
}
