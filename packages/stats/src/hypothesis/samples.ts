import { ShapeError, ValueError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";

/** Observations of one number: an array or a tensor of one axis. */
export type Sample = readonly number[] | Float64Array | Tensor;

/** An interval with its ends. */
export type Interval = readonly [low: number, high: number];

/**
 * The numbers of a sample.
 * @throws ShapeError unless it has one axis; ValueError for fewer than `least` numbers, or one that is NaN or infinite.
 */
export function readSample(where: string, name: string, x: Sample, least = 1): Float64Array {
  if (isTensor(x) && x.ndim !== 1) {
    throw new ShapeError(`${where}: expected ${name} with one axis, got shape [${x.shape}]`);
  }
  const given = isTensor(x) ? x.data() : x;
  // The copy of a typed array as such; `from` would go through it number by number.
  const values = given instanceof Float64Array ? given.slice() : Float64Array.from(given);
  if (values.length < least) {
    throw new ValueError(
      `${where}: expected at least ${least} numbers in ${name}, got ${values.length}`,
    );
  }
  let bad = 0;
  while (bad < values.length && Number.isFinite(values[bad])) bad++;
  if (bad < values.length) {
    throw new ValueError(
      `${where}: expected finite numbers in ${name}, got ${values[bad]} at ${bad}; leave missing values out first`,
    );
  }
  return values;
}

/** Several samples. @throws ValueError for fewer than `least` of them, or as {@link readSample}. */
export function readSamples(
  where: string,
  samples: readonly Sample[],
  { least = 2, leastEach = 1 } = {},
): Float64Array[] {
  if (samples.length < least) {
    throw new ValueError(`${where}: expected at least ${least} samples, got ${samples.length}`);
  }
  return samples.map((sample, i) => readSample(where, `sample ${i}`, sample, leastEach));
}

/** Two samples whose numbers belong together. @throws ShapeError for different lengths, or as {@link readSample}. */
export function readPairs(
  where: string,
  x: Sample,
  y: Sample,
  least = 2,
): readonly [Float64Array, Float64Array] {
  const [a, b] = [readSample(where, "x", x, least), readSample(where, "y", y, least)];
  if (a.length !== b.length) {
    throw new ShapeError(
      `${where}: expected x and y of the same length, got ${a.length} and ${b.length}`,
    );
  }
  return [a, b];
}

/** The sum of f(x) over a sample. */
export function total(x: Float64Array, f: (value: number, i: number) => number = (v) => v): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += f(x[i]!, i);
  return sum;
}

/** The arithmetic mean. */
export function meanOf(x: Float64Array): number {
  const rough = total(x) / x.length;
  return rough + total(x, (value) => value - rough) / x.length;
}

/** The mean of (x − mean)ᵏ. */
export function centralMoment(x: Float64Array, k: number): number {
  const mean = meanOf(x);
  return total(x, (value) => (value - mean) ** k) / x.length;
}

/** The sum of squares about the mean, divided by n − 1. */
export function varianceOf(x: Float64Array): number {
  const mean = meanOf(x);
  return total(x, (value) => (value - mean) ** 2) / (x.length - 1);
}

/** The median. */
export function medianOf(x: Float64Array): number {
  const sorted = x.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Ranks from 1, equal numbers sharing their mean rank, and how many there are of each number that comes twice or more. */
export interface Ranks {
  readonly ranks: Float64Array;
  readonly ties: readonly number[];
}

/** The ranks of numbers. */
export function ranksOf(x: Float64Array): Ranks {
  const order = Uint32Array.from(x, (_, i) => i).sort((i, j) => x[i]! - x[j]!);
  const ranks = new Float64Array(x.length);
  const ties: number[] = [];
  for (let start = 0; start < x.length; ) {
    let end = start + 1;
    while (end < x.length && x[order[end]!] === x[order[start]!]) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}
