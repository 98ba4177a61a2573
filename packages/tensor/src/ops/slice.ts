import { describeValue, OutOfRangeError, ParameterError } from "@gradus/core";
import { BinaryKernel, heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { dtypeCode } from "../dtype";
import { addressOf, copyStrided, filledTensor, viewOf } from "../factory";
import { normalizeIndex, type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { recordView } from "./views";

/**
 * What to take of one axis: a number takes that place and drops the axis; [start, stop, step] takes a range
 * (stop excluded; each may be left out or null; negative ones count from the end); null takes all.
 */
export type SliceRange =
  | number
  | null
  | readonly [start?: number | null, stop?: number | null, step?: number | null];

/**
 * A part of x along its axes, as NumPy's `x[1:3, ::2, -1]`, here `slice(x, [1, 3], [null, null, 2], -1)`.
 * Axes without a range are taken whole; ranges beyond the ends are cut off there.
 *
 * @returns a view
 * @throws OutOfRangeError for more ranges than axes, or a number outside its axis; ParameterError for a step
 * of 0 or a broken number.
 * @example
 * ```ts
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * slice(x, null, [1]).toArray(); // [[2, 3], [5, 6]]
 * slice(x, -1).toArray(); // [4, 5, 6]
 * ```
 */
export function slice(x: Tensor, ...ranges: readonly SliceRange[]): Tensor {
  const { shape, strides, offset } = resolve(x, ranges);
  const view = viewOf(x, shape, strides, offset);
  recordView("slice", x, view, (g) => embed(g, x.shape, ranges));
  if (view.node !== undefined) view.node.adding = (g, into) => addAt(g, into, ranges);
  return view;
}

/**
 * The i-th entry along the first axis: an element of a vector, a row of a matrix.
 * @returns a view
 * @throws OutOfRangeError if there is no such entry.
 * @example
 * ```ts
 * at(tensor([[1, 2], [3, 4]]), 1).toArray(); // [3, 4]
 * ```
 */
export function at(x: Tensor, index: number): Tensor {
  return slice(x, index);
}

/** The transpose of slice: zeros of a shape, with x in the place that slice would read. */
function embed(x: Tensor, shape: Shape, ranges: readonly SliceRange[]): Tensor {
  const y = filledTensor("slice", shape, x.dtype, 0);
  heap().begin();
  const place = resolve(y, ranges);
  copyStrided(x, viewOf(y, place.shape, place.strides, place.offset));
  return needsGrad(x) ? record(y, "embed", [x], (g) => [slice(g, ...ranges)]) : y;
}

/** Adds x in place to what slice would read of `sum`. */
function addAt(x: Tensor, sum: Tensor, ranges: readonly SliceRange[]): void {
  const { shape, strides, offset } = resolve(sum, ranges);
  const part = viewOf(sum, shape, strides, offset);
  if (!part.contiguous || !x.contiguous || x.dtype !== sum.dtype) {
    copyStrided(part.add(x).astype(sum.dtype), part);
    return;
  }
  const memory = heap();
  memory.begin();
  const [from, to] = [addressOf(x), addressOf(part)];
  memory.kernels.binaryRow(BinaryKernel.add, dtypeCode(x.dtype), x.size, to, 1, from, 1, to);
}

function resolve(x: Tensor, ranges: readonly SliceRange[]) {
  if (ranges.length > x.ndim) {
    throw new OutOfRangeError(
      `slice: expected at most ${x.ndim} ranges for shape ${shapeText(x.shape)}, got ${ranges.length}`,
    );
  }
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = x.offset;
  for (let axis = 0; axis < x.ndim; axis++) {
    const range = ranges[axis] ?? [];
    const length = x.shape[axis]!;
    const stride = x.strides[axis]!;
    if (typeof range === "number") {
      offset += normalizeIndex("slice", range, length) * stride;
      continue;
    }
    const { first, count, step } = resolveRange(range, length);
    offset += first * stride;
    shape.push(count);
    strides.push(stride * step);
  }
  return { shape, strides, offset };
}

function resolveRange(range: Exclude<SliceRange, number | null>, length: number) {
  const step = range[2] ?? 1;
  for (const part of range) {
    if (part !== null && part !== undefined && !Number.isInteger(part)) {
      throw new ParameterError(`slice: a range must hold integers, got ${describeValue(range)}`);
    }
  }
  if (step === 0) throw new ParameterError("slice: step must be an integer other than 0, got 0");
  const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
  const place = (part: number | null | undefined, otherwise: number) => {
    if (part === null || part === undefined) return otherwise;
    return Math.min(highest, Math.max(lowest, part < 0 ? part + length : part));
  };
  const first = place(range[0], step > 0 ? lowest : highest);
  const stop = place(range[1], step > 0 ? highest : lowest);
  const count = Math.max(0, Math.ceil((stop - first) / step));
  return { first: count === 0 ? 0 : first, count, step };
}
