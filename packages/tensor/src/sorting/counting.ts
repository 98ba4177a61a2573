import { checkInteger, describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { floatingType, isFloating } from "../dtype";
import { isTensor, tensorFrom } from "../factory";
import { astype } from "../ops/convert";
import { addPlaces } from "../ops/places";
import { sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { isAscending } from "./search";

/** What {@link bincount} counts. */
export interface BincountOptions {
  /** What each element counts, of x's shape; the result is floating then, and differentiable in them. Default 1. */
  readonly weights?: Tensor;
  /** The least length of the result. Default 0. */
  readonly minLength?: number;
}

/**
 * How often each of the numbers 0, 1, 2, … up to the largest comes.
 *
 * @param x a vector of integers ≥ 0 (int32, uint8 or bool)
 * @returns int32; with weights their sums, floating
 * @throws ShapeError unless x is a vector and the weights have its shape; ValueError for a negative number or a
 * tensor of broken ones.
 * @example
 * ```ts
 * bincount(tensor([0, 2, 2], { dtype: "int32" })).toArray(); // [1, 0, 2]
 * ```
 */
export function bincount(x: Tensor, { weights, minLength = 0 }: BincountOptions = {}): Tensor {
  checkInteger("bincount", "minLength", minLength);
  if (x.ndim !== 1) {
    throw new ShapeError(`bincount: expected a vector, got shape ${shapeText(x.shape)}`);
  }
  checkWeights("bincount", x, weights);
  if (isFloating(x.dtype)) {
    throw new ValueError(
      `bincount: expected integers, got a ${x.dtype} tensor; use astype("int32")`,
    );
  }
  const values = Int32Array.from(x.data());
  let length = minLength;
  for (const value of values) {
    if (value < 0) throw new ValueError(`bincount: expected integers >= 0, got ${value}`);
    length = Math.max(length, value + 1);
  }
  if (weights !== undefined) {
    const floats = astype(weights, floatingType(weights.dtype));
    return addPlaces(floats, values, { shape: [length], axis: 0 });
  }
  const counts = new Int32Array(length);
  for (const value of values) counts[value]! += 1;
  return tensorFrom(counts, [length], "int32");
}

/** How {@link histogram} counts. */
export interface HistogramOptions {
  /** How many bins of equal width, or their edges in ascending order. Default 10. */
  readonly bins?: number | Tensor | readonly number[];
  /** From where to where the equal bins go; elements beyond are left out. Default: from smallest to largest. */
  readonly range?: readonly [low: number, high: number];
  /** What each element counts, of x's shape. Default 1. */
  readonly weights?: Tensor;
  /** Divide by the bins' widths and by the total, so that the area is 1. Default false. */
  readonly density?: boolean;
}

/** What {@link histogram} gives. */
export interface HistogramResult {
  /** Of each bin the number of elements, int32; with weights or density float64. */
  readonly counts: Tensor;
  /** The bins' edges, one more than bins; float64. */
  readonly edges: Tensor;
}

/**
 * How many elements fall into each bin: edges[i] ≤ x < edges[i + 1], in the last bin also x = edges[last].
 *
 * @throws ParameterError for a number of bins below 1 or a range that does not rise; ValueError for edges that
 * do not ascend, or without a range for an x that is not finite; ShapeError for weights of another shape.
 * @example
 * ```ts
 * const { counts, edges } = histogram(tensor([1, 2, 2, 4]), { bins: 3 });
 * counts.toArray(); // [1, 2, 1]
 * edges.toArray(); // [1, 2, 3, 4]
 * ```
 */
export function histogram(
  x: Tensor,
  { bins = 10, range, weights, density = false }: HistogramOptions = {},
): HistogramResult {
  checkWeights("histogram", x, weights);
  const values = x.data();
  const edges = typeof bins === "number" ? equalBins(values, bins, range) : givenBins(bins);
  const counted = new Float64Array(Math.max(0, edges.length - 1));
  const weight = weights?.data();
  for (let i = 0; i < values.length; i++) {
    const bin = binOf(values[i]!, edges, typeof bins === "number");
    if (bin >= 0) counted[bin]! += weight === undefined ? 1 : weight[i]!;
  }
  if (density) {
    const total = counted.reduce((sum, count) => sum + count, 0);
    counted.forEach((count, i) => {
      counted[i] = count / (edges[i + 1]! - edges[i]!) / total;
    });
  }
  const dtype = density || weights !== undefined ? "float64" : "int32";
  return {
    counts: tensorFrom(counted, [counted.length], dtype),
    edges: tensorFrom(edges, [edges.length], "float64"),
  };
}

function equalBins(
  values: ArrayLike<number>,
  count: number,
  range: readonly [number, number] | undefined,
): Float64Array {
  checkInteger("histogram", "bins", count, 1);
  let [low, high] = range ?? rangeOf(values);
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
    if (range === undefined) {
      throw new ValueError(`histogram: expected finite numbers, got a range of [${low}, ${high}]`);
    }
    throw new ParameterError(
      `histogram: range must be two finite numbers, the lower first, got ${describeValue(range)}`,
    );
  }
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const step = (high - low) / count;
  return Float64Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low + i * step));
}

function rangeOf(values: ArrayLike<number>): [low: number, high: number] {
  if (values.length === 0) return [0, 1];
  let [low, high] = [values[0]!, values[0]!];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return [low, high];
}

function givenBins(bins: Tensor | readonly number[]): Float64Array {
  const edges = isTensor(bins) ? bins : tensorFrom(bins, [bins.length], "float64");
  if (edges.ndim !== 1 || !isAscending(edges)) {
    throw new ValueError("histogram: expected edges in ascending order, got others");
  }
  return Float64Array.from(edges.data());
}

/** The bin of a value, −1 for none. For equal bins a guess is put right; else binary search. */
function binOf(value: number, edges: Float64Array, equal: boolean): number {
  const last = edges.length - 1;
  if (last < 1) return -1;
  const [low, high] = [edges[0]!, edges[last]!];
  if (!(value >= low && value <= high)) return -1;
  if (equal) {
    let bin = Math.min(last - 1, Math.floor(((value - low) / (high - low)) * last));
    if (value < edges[bin]!) bin -= 1;
    else if (bin < last - 1 && value >= edges[bin + 1]!) bin += 1;
    return bin;
  }
  let [from, to] = [0, last];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (edges[middle]! <= value) from = middle;
    else to = middle;
  }
  // The last bin has both of its ends, also where several edges coincide there.
  return value === high ? last - 1 : from;
}

function checkWeights(where: string, x: Tensor, weights: Tensor | undefined): void {
  if (weights !== undefined && !sameShape(x.shape, weights.shape)) {
    throw new ShapeError(
      `${where}: expected weights of shape ${shapeText(x.shape)}, got ${shapeText(weights.shape)}`,
    );
  }
}
