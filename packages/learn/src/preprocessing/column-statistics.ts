import { SparseTensor, type Tensor, tensor, withData } from "@gradus/tensor";
import { inBlocks } from "../base/blocks";
import { extremesOfEntries, sumsOfEntries } from "./entry-statistics";
import { between } from "./interpolate";

// Statistics of the columns of a matrix that may hold NaN: a missing value counts in none of them. Of a sparse one, the
// zeros that it does not keep count as the others.

/** What is known of each column's mean and spread. */
export interface Moments {
  /** The rows that have a value, or the sum of their weights. */
  readonly count: Float64Array;
  readonly mean: Float64Array;
  /** The (weighted) sum of the squared differences from the mean. */
  readonly squares: Float64Array;
}

/** The smallest and the largest value of each column; NaN for a column without values. */
export interface Extremes {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/** Counts, means and sums of squares, by two passes: one for the mean, one about it. */
export function columnMoments(X: Tensor | SparseTensor, weights?: Float64Array): Moments {
  const { count, mean, rest, squares } = sumsOf(X, weights);
  // What is left of the mean after rounding would count n times in the sum of squares.
  for (let j = 0; j < mean.length; j++) {
    if (count[j] === 0) continue;
    const correction = rest[j]! / count[j]!;
    mean[j]! += correction;
    squares[j] = Math.max(0, squares[j]! - correction * rest[j]!);
  }
  return { count, mean, squares };
}

/** Moments, and the (weighted) sum of the differences from the mean, which rounding leaves. */
export interface Sums extends Moments {
  readonly rest: Float64Array;
}

function sumsOf(X: Tensor | SparseTensor, weights: Float64Array | undefined): Sums {
  if (X instanceof SparseTensor) return sumsOfEntries(X, weights);
  const isWhole = Number.isFinite(X.sum().item());
  return isWhole ? sumsInBlocks(X, weights) : sumsOfPresent(X, weights);
}

/** The sums of a matrix without missing values: block by block in float64, by the tensors' kernels. */
function sumsInBlocks(X: Tensor, weights: Float64Array | undefined): Sums {
  const [nRows, nColumns] = X.shape as [number, number];
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? nRows;
  /** Adds up the columns of what becomes of each block. */
  const add = (of: (block: Tensor) => readonly Tensor[], sums: readonly Float64Array[]) => {
    inBlocks(X, (block, from) => {
      const own = weights && tensor(weights.subarray(from, from + block.shape[0]!));
      for (const [k, part] of of(block).entries()) {
        const added = (own ? own.matmul(part) : part.sum(0)).data();
        for (let j = 0; j < nColumns; j++) sums[k]![j]! += added[j]!;
      }
    });
  };
  const [mean, rest, squares] = [0, 1, 2].map(() => new Float64Array(nColumns)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  add((block) => [block], [mean]);
  for (let j = 0; j < nColumns; j++) mean[j]! /= total;
  const about = tensor(mean);
  add(
    (block) => {
      const differences = block.sub(about);
      return [differences, differences.square()];
    },
    [rest, squares],
  );
  return { count: new Float64Array(nColumns).fill(total), mean, rest, squares };
}

/** The sums of a matrix in which values are missing. */
function sumsOfPresent(X: Tensor, weights: Float64Array | undefined): Sums {
  const [nRows, nColumns] = X.shape as [number, number];
  const count = new Float64Array(nColumns);
  const mean = new Float64Array(nColumns);
  const squares = new Float64Array(nColumns);
  const rest = new Float64Array(nColumns);
  withData(X, (data) => {
    const x = data as Float64Array;
    if (weights) addWeighted({ x, nRows, weights }, count, mean);
    else addRows({ x, nRows }, count, mean);
    for (let j = 0; j < nColumns; j++) mean[j]! /= count[j]!;
    for (let i = 0, at = 0; i < nRows; i++) {
      const weight = weights ? weights[i]! : 1;
      for (let j = 0; j < nColumns; j++, at++) {
        const difference = x[at]! - mean[j]!;
        if (Number.isNaN(difference)) continue;
        rest[j]! += weight * difference;
        squares[j]! += weight * difference * difference;
      }
    }
  });
  return { count, mean, rest, squares };
}

/** Rows, one after another. */
interface Rows {
  readonly x: Float64Array;
  readonly nRows: number;
}

/** How many values each column has, and their sums. */
export interface PresentSums {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/** Counts and sums of the columns of a matrix in which values are missing. */
export function presentSums(X: Tensor): PresentSums {
  const [nRows, nColumns] = X.shape as [number, number];
  const [counts, sums] = [new Float64Array(nColumns), new Float64Array(nColumns)];
  withData(X, (x) => addRows({ x: x as Float64Array, nRows }, counts, sums));
  return { counts, sums };
}

/** So many rows are added up by themselves, which keeps the rounding errors of long columns small. */
const ROWS_AT_ONCE = 128;

/** Adds the columns up, and counts their values: those that are missing, since they are few. */
function addRows({ x, nRows }: Rows, count: Float64Array, sum: Float64Array): void {
  const nColumns = sum.length;
  const partial = new Float64Array(nColumns);
  count.fill(nRows);
  for (let i = 0, at = 0; i < nRows; ) {
    for (const end = Math.min(i + ROWS_AT_ONCE, nRows); i < end; i++) {
      for (let j = 0; j < nColumns; j++, at++) {
        const value = x[at]!;
        if (Number.isNaN(value)) count[j]! -= 1;
        else partial[j]! += value;
      }
    }
    for (let j = 0; j < nColumns; j++) sum[j]! += partial[j]!;
    partial.fill(0);
  }
}

function addWeighted(
  { x, nRows, weights }: Rows & { readonly weights: ArrayLike<number> },
  count: Float64Array,
  sum: Float64Array,
): void {
  const nColumns = sum.length;
  for (let i = 0, at = 0; i < nRows; i++) {
    const weight = weights[i]!;
    for (let j = 0; j < nColumns; j++, at++) {
      const value = x[at]!;
      if (Number.isNaN(value)) continue;
      count[j]! += weight;
      sum[j]! += weight * value;
    }
  }
}

/**
 * The moments of two sets of rows together.
 * @see Chan, Golub and LeVeque (1983), The American Statistician 37(3), 242–247.
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const count = a.count.map((n, j) => n + b.count[j]!);
  const mean = Float64Array.from(count, (total, j) => {
    if (a.count[j] === 0 || b.count[j] === 0) return a.count[j] === 0 ? b.mean[j]! : a.mean[j]!;
    return a.mean[j]! + ((b.mean[j]! - a.mean[j]!) * b.count[j]!) / total;
  });
  const squares = Float64Array.from(count, (total, j) => {
    const sum = a.squares[j]! + b.squares[j]!;
    if (a.count[j] === 0 || b.count[j] === 0) return sum;
    const apart = b.mean[j]! - a.mean[j]!;
    return sum + (apart * apart * a.count[j]! * b.count[j]!) / total;
  });
  return { count, mean, squares };
}

/** The smallest and the largest value of each column. */
export function columnExtremes(X: Tensor | SparseTensor): Extremes {
  const { min, max } = X instanceof SparseTensor ? extremesOfEntries(X) : extremesOfRows(X);
  return { min: min.map(orMissing), max: max.map(orMissing) };
}

function extremesOfRows(X: Tensor): Extremes {
  const [nRows, nColumns] = X.shape as [number, number];
  const min = new Float64Array(nColumns).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(nColumns).fill(Number.NEGATIVE_INFINITY);
  withData(X, (x) => {
    for (let i = 0, at = 0; i < nRows; i++) {
      for (let j = 0; j < nColumns; j++, at++) {
        const value = x[at]!;
        if (value < min[j]!) min[j] = value;
        if (value > max[j]!) max[j] = value;
      }
    }
  });
  return { min, max };
}

function orMissing(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** The extremes of two sets of rows together. */
export function mergeExtremes(a: Extremes, b: Extremes): Extremes {
  return {
    min: a.min.map((value, j) =>
      value <= b.min[j]! || Number.isNaN(b.min[j]) ? value : b.min[j]!,
    ),
    max: a.max.map((value, j) =>
      value >= b.max[j]! || Number.isNaN(b.max[j]) ? value : b.max[j]!,
    ),
  };
}

/** Each column's values, without the missing ones, in the order of the rows. */
export function presentColumns(X: Tensor, rows?: ArrayLike<number>): Float64Array[] {
  const [nRows, nColumns] = X.shape as [number, number];
  const n = rows ? rows.length : nRows;
  const columns = Array.from({ length: nColumns }, () => new Float64Array(n));
  const counts = new Int32Array(nColumns);
  withData(X, (x) => {
    for (let i = 0; i < n; i++) {
      const start = (rows ? rows[i]! : i) * nColumns;
      for (let j = 0; j < nColumns; j++) {
        const value = x[start + j]!;
        if (!Number.isNaN(value)) columns[j]![counts[j]!++] = value;
      }
    }
  });
  return columns.map((column, j) => column.subarray(0, counts[j]));
}

/**
 * Quantiles by linear interpolation (R-7, NumPy's default), without sorting everything; NaN where there are no values.
 *
 * @param values are put into another order
 * @param shares ascending
 */
export function quantilesOf(values: Float64Array, shares: readonly number[]): Float64Array {
  const last = values.length - 1;
  let sortedUpTo = 0;
  for (const share of shares) {
    for (const place of [Math.floor(share * last), Math.ceil(share * last)]) {
      if (place < sortedUpTo || last < 0) continue;
      selectPlace(values, place, sortedUpTo);
      sortedUpTo = place + 1;
    }
  }
  return Float64Array.from(shares, (share) => sortedQuantile(values, share));
}

/**
 * Moves the value to a place that sorting from a place on would put there, with no larger ones before it.
 * @see Hoare (1961), Algorithm 65: FIND.
 */
function selectPlace(values: Float64Array, place: number, from: number): void {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else return;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** The quantile of sorted values by linear interpolation (R-7, NumPy's default); NaN where there are none. */
export function sortedQuantile(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const place = share * (n - 1);
  const below = Math.min(Math.floor(place), n - 1);
  const part = place - below;
  return between(sorted[below]!, sorted[Math.min(below + 1, n - 1)]!, part);
}

/** What to divide by: 1 in place of a scale that is no more than rounding. */
export function nonZeroScale(scale: Float64Array): Tensor {
  return tensor(scale.map((value) => (value < 10 * Number.EPSILON ? 1 : value)));
}
