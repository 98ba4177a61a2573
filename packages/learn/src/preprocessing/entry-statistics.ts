import type { SparseEntries, SparseTensor } from "@gradus/tensor";
import { haveFiniteSum } from "../base/sparse-inputs";
import type { Extremes, Sums } from "./column-statistics";
import { between } from "./interpolate";

// Statistics of the columns of a sparse matrix from its entries. The zeros that are not kept count as if they were; a
// missing value (NaN) counts in none of them.

/** As the sums of a dense matrix: the zeros that are not kept all lie at the same distance from the mean. */
export function sumsOfEntries(X: SparseTensor, weights: Float64Array | undefined): Sums {
  return X.withEntries((entries) => sumsOf(entries, X.shape as [number, number], weights));
}

function sumsOf(
  entries: SparseEntries,
  [nRows, nColumns]: readonly [number, number],
  weights: Float64Array | undefined,
): Sums {
  const make = () => new Float64Array(nColumns);
  const sums = { count: make(), mean: make(), rest: make(), squares: make() };
  const held = make();
  const { count, mean, rest, squares } = sums;
  count.fill(weights?.reduce((sum, weight) => sum + weight, 0) ?? nRows);
  const isPlain = weights === undefined && haveFiniteSum(entries.values);
  if (isPlain) addEntries(entries, sums, held);
  else addWeighted(entries, weights, sums, held);
  for (let j = 0; j < nColumns; j++) {
    mean[j]! /= count[j]!;
    const zeros = count[j]! - held[j]!;
    rest[j] = -zeros * mean[j]!;
    squares[j] = zeros * mean[j]! ** 2;
  }
  if (isPlain) addDifferences(entries, sums);
  else addWeightedDifferences(entries, weights, sums);
  return sums;
}

function addEntries(
  { columnIndices, values }: SparseEntries,
  { mean }: Sums,
  held: Float64Array,
): void {
  for (let p = 0; p < values.length; p++) {
    const j = columnIndices[p]!;
    held[j]! += 1;
    mean[j]! += values[p]!;
  }
}

function addDifferences(
  { columnIndices, values }: SparseEntries,
  { mean, rest, squares }: Sums,
): void {
  for (let p = 0; p < values.length; p++) {
    const j = columnIndices[p]!;
    const difference = values[p]! - mean[j]!;
    rest[j]! += difference;
    squares[j]! += difference * difference;
  }
}

/** Adds the values and their weights; a column without zeros holds all weights to the last digit. */
function addWeighted(
  { rowStarts, columnIndices, values }: SparseEntries,
  weights: Float64Array | undefined,
  { count, mean }: Sums,
  held: Float64Array,
): void {
  const nRows = rowStarts.length - 1;
  const nEntries = new Int32Array(held.length);
  for (let i = 0; i < nRows; i++) {
    const weight = weights ? weights[i]! : 1;
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const j = columnIndices[p]!;
      nEntries[j]! += 1;
      if (Number.isNaN(values[p]!)) {
        count[j]! -= weight;
        continue;
      }
      held[j]! += weight;
      mean[j]! += weight * values[p]!;
    }
  }
  for (let j = 0; j < held.length; j++) if (nEntries[j] === nRows) held[j] = count[j]!;
}

function addWeightedDifferences(
  { rowStarts, columnIndices, values }: SparseEntries,
  weights: Float64Array | undefined,
  { mean, rest, squares }: Sums,
): void {
  for (let i = 0; i + 1 < rowStarts.length; i++) {
    const weight = weights ? weights[i]! : 1;
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const j = columnIndices[p]!;
      const difference = values[p]! - mean[j]!;
      if (Number.isNaN(difference)) continue;
      rest[j]! += weight * difference;
      squares[j]! += weight * difference * difference;
    }
  }
}

/** The smallest and the largest value of each column; ±∞ for a column without values. */
export function extremesOfEntries(X: SparseTensor): Extremes {
  return X.withEntries((entries) => extremesOf(entries, X.shape as [number, number]));
}

function extremesOf(
  { columnIndices, values }: SparseEntries,
  [nRows, nColumns]: readonly [number, number],
): Extremes {
  const min = new Float64Array(nColumns).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(nColumns).fill(Number.NEGATIVE_INFINITY);
  const nEntries = new Int32Array(nColumns);
  for (let p = 0; p < values.length; p++) {
    const j = columnIndices[p]!;
    const value = values[p]!;
    nEntries[j]! += 1;
    if (value < min[j]!) min[j] = value;
    if (value > max[j]!) max[j] = value;
  }
  for (let j = 0; j < nColumns; j++) {
    if (nEntries[j] === nRows) continue;
    min[j] = Math.min(min[j]!, 0);
    max[j] = Math.max(max[j]!, 0);
  }
  return { min, max };
}

/** Quantiles of each column by linear interpolation, in the order of the shares; NaN where there are no values. */
export function quantilesOfEntries(X: SparseTensor, shares: readonly number[]): Float64Array[] {
  const nRows = X.shape[0]!;
  const turned = X.transpose();
  const { rowStarts: starts, values } = turned;
  return Array.from({ length: X.shape[1]! }, (_, j) => {
    const entries = values.subarray(starts[j]!, starts[j + 1]!);
    const sorted = Float64Array.from(entries.filter((value) => !Number.isNaN(value))).sort();
    return quantilesAmongZeros(sorted, nRows - entries.length, shares);
  });
}

/** The quantiles of sorted values and so many zeros. */
function quantilesAmongZeros(
  sorted: Float64Array,
  nZeros: number,
  shares: readonly number[],
): Float64Array {
  const firstZero = countBelowZero(sorted);
  const last = sorted.length + nZeros - 1;
  const valueAt = (place: number) => {
    if (place < firstZero) return sorted[place]!;
    return place < firstZero + nZeros ? 0 : sorted[place - nZeros]!;
  };
  return Float64Array.from(shares, (share) => {
    if (last < 0) return Number.NaN;
    const place = share * last;
    const below = Math.min(Math.floor(place), last);
    return between(valueAt(below), valueAt(Math.min(below + 1, last)), place - below);
  });
}

function countBelowZero(sorted: Float64Array): number {
  const first = sorted.findIndex((value) => value >= 0);
  return first < 0 ? sorted.length : first;
}
