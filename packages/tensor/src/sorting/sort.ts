import { checkInteger, ParameterError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad } from "../autograd/tape";
import { type DType, dtypeCode } from "../dtype";
import { addressOf, contiguous, emptyTensor } from "../factory";
import { moveAxis } from "../ops/axes";
import { takeAlongAxis } from "../ops/take";
import { normalizeAxis, shapeText } from "../shape";
import type { Tensor } from "../tensor";

/** In which direction {@link sort} and {@link argsort} go. */
export interface SortOptions {
  /** From the largest to the smallest; NaN stays last. Default false. */
  readonly descending?: boolean;
}

/**
 * The elements along an axis in ascending order, NaN last. Differentiable.
 *
 * Stable: by merging short rows, by counting digits of long ones, in O(n) time.
 *
 * @param axis default −1; `sort(x.flatten())` sorts all
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * sort(tensor([3, 1, 2])).toArray(); // [1, 2, 3]
 * sort(tensor([[3, 1], [2, 4]]), 0, { descending: true }).toArray(); // [[3, 4], [2, 1]]
 * ```
 */
export function sort(x: Tensor, axis = -1, { descending = false }: SortOptions = {}): Tensor {
  const along = normalizeAxis("sort", axis, x.ndim);
  if (needsGrad(x)) return takeAlongAxis(x, argsort(x, along, { descending }), along);
  return byRows(x, along, x.dtype, (kernel) => {
    const { rows, n, from, to, scratch } = kernel;
    heap().kernels.sortRows(dtypeCode(x.dtype), descending, rows, n, from, scratch, to);
  });
}

/**
 * The places that the elements along an axis come from when they are sorted; equal elements keep their order,
 * NaN goes last. `takeAlongAxis(x, argsort(x))` is `sort(x)`.
 *
 * @param axis default −1
 * @returns an int32 tensor of x's shape
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * argsort(tensor([3, 1, 2])).toArray(); // [1, 2, 0]
 * ```
 */
export function argsort(x: Tensor, axis = -1, { descending = false }: SortOptions = {}): Tensor {
  const along = normalizeAxis("argsort", axis, x.ndim);
  return byRows(x, along, "int32", (kernel) => {
    const { rows, n, from, to, scratch } = kernel;
    heap().kernels.argsortRows(dtypeCode(x.dtype), descending, rows, n, from, scratch, to);
  });
}

/** Where {@link topk} looks and for what. */
export interface TopkOptions {
  /** Default −1. */
  readonly axis?: number;
  /** The largest elements, else the smallest. Default true. */
  readonly largest?: boolean;
}

/** What {@link topk} finds. */
export interface TopkResult {
  /** The elements, the best first; x's shape with the axis of length k. */
  readonly values: Tensor;
  /** Their places along the axis, int32. */
  readonly indices: Tensor;
}

/**
 * The k largest (or smallest) elements along an axis, the best first, and where they stand. Of equal ones the
 * first come; NaN comes last, whichever are wanted. The values are differentiable.
 *
 * O(n) time as a rule when k is much smaller than n.
 *
 * @throws ParameterError unless 0 ≤ k ≤ the axis' length; OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * const { values, indices } = topk(tensor([0.1, 0.7, 0.2]), 2);
 * values.toArray(); // [0.7, 0.2]
 * indices.toArray(); // [1, 2]
 * ```
 */
export function topk(
  x: Tensor,
  k: number,
  { axis = -1, largest = true }: TopkOptions = {},
): TopkResult {
  const along = normalizeAxis("topk", axis, x.ndim);
  checkInteger("topk", "k", k);
  const length = x.shape[along]!;
  if (k > length) {
    throw new ParameterError(
      `topk: k must be at most ${length}, the length of axis ${along} of shape ${shapeText(x.shape)}, got ${k}`,
    );
  }
  const indices = k * 64 > length ? firstOf(x, k, along, largest) : bestOf(x, k, along, largest);
  return { values: takeAlongAxis(x, indices, along), indices };
}

/** By sorting everything. */
function firstOf(x: Tensor, k: number, axis: number, descending: boolean): Tensor {
  const order = argsort(x, axis, { descending });
  return order.slice(...Array.from({ length: axis }, () => null), [0, k]);
}

/** By a heap of k elements. */
function bestOf(x: Tensor, k: number, axis: number, descending: boolean): Tensor {
  const source = contiguous(moveAxis(x.detach(), axis, -1));
  const memory = heap();
  memory.begin();
  const out = emptyTensor("topk", source.shape.with(-1, k), "int32");
  const scratch = memory.scratch(k * 8, "topk");
  const [n, rows] = shapeOfRows(source);
  const to = addressOf(out);
  const from = addressOf(source);
  const code = dtypeCode(x.dtype);
  memory.kernels.topRows(code, descending, rows, n, k, from, scratch, to);
  return moveAxis(out, -1, axis);
}

/** Runs a kernel that takes rows to rows of the same length along the axis. Without history. */
function byRows(
  x: Tensor,
  axis: number,
  dtype: DType,
  kernel: (run: { rows: number; n: number; from: number; to: number; scratch: number }) => void,
): Tensor {
  const source = contiguous(moveAxis(x.detach(), axis, -1));
  const memory = heap();
  memory.begin();
  const out = emptyTensor("sort", source.shape, dtype);
  const [n, rows] = shapeOfRows(source);
  const scratch = memory.scratch(memory.kernels.sortScratchBytes(n), "sort");
  const to = addressOf(out);
  kernel({ rows, n, from: addressOf(source), to, scratch });
  return moveAxis(out, -1, axis);
}

function shapeOfRows(x: Tensor): [n: number, rows: number] {
  const n = x.shape[x.ndim - 1]!;
  return [n, n === 0 ? 0 : x.size / n];
}
