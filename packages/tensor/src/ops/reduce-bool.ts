import { heap } from "@gradus/kernels";
import { dtypeCode } from "../dtype";
import { addressOf, emptyTensor } from "../factory";
import type { Axes } from "../shape";
import type { Tensor } from "../tensor";
import { castTo } from "./convert";
import { checkNotEmpty } from "./reduce";
import { planReduction, type ReductionOptions } from "./reduction";

/**
 * Whether any element over the axes (default all) is true, or for numbers not 0. Of nothing: false.
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * any(tensor([0, 2])).item(); // 1
 * ```
 */
export function any(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return truth("any", false, x, axis, options);
}

/**
 * Whether all elements over the axes (default all) are true, or for numbers not 0. Of nothing: true.
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * all(tensor([[0, 2], [1, 1]]), 1).toArray(); // [false, true]
 * ```
 */
export function all(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return truth("all", true, x, axis, options);
}

function truth(
  name: string,
  every: boolean,
  x: Tensor,
  axis: Axes,
  options?: ReductionOptions,
): Tensor {
  const plan = planReduction(name, castTo(x, "bool"), axis, options);
  const memory = heap();
  memory.begin();
  const out = emptyTensor(name, plan.shape, "bool");
  const to = addressOf(out);
  const { outer, length, inner } = plan;
  memory.kernels.anyOrAll(every, outer, length, inner, addressOf(plan.x), to);
  return out;
}

/**
 * Where the smallest element is along the axis, the first of equals; without an axis, its flat index.
 * A NaN counts as smallest.
 *
 * @returns an int32 tensor
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * argmin(tensor([3, 1, 2])).item(); // 1
 * ```
 */
export function argmin(x: Tensor, axis?: number, options?: ReductionOptions): Tensor {
  return place("argmin", false, x, axis, options);
}

/**
 * Where the largest element is along the axis, the first of equals; without an axis, its flat index.
 * A NaN counts as largest.
 *
 * @returns an int32 tensor
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * argmax(tensor([[1, 5], [7, 2]]), 1).toArray(); // [1, 0]
 * ```
 */
export function argmax(x: Tensor, axis?: number, options?: ReductionOptions): Tensor {
  return place("argmax", true, x, axis, options);
}

function place(
  name: string,
  largest: boolean,
  x: Tensor,
  axis: number | undefined,
  options?: ReductionOptions,
): Tensor {
  const plan = planReduction(name, x, axis, options);
  checkNotEmpty(name, plan, x);
  const memory = heap();
  memory.begin();
  const out = emptyTensor(name, plan.shape, "int32");
  const to = addressOf(out);
  const { outer, length, inner } = plan;
  const from = addressOf(plan.x);
  memory.kernels.argReduce(largest, dtypeCode(x.dtype), outer, length, inner, from, to);
  return out;
}
