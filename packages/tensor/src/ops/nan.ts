import type { Axes } from "../shape";
import type { Tensor } from "../tensor";
import { max, min, sum } from "./reduce";
import { all } from "./reduce-bool";
import type { ReductionOptions } from "./reduction";
import { where } from "./where";

/**
 * The sum over the axes (default all), NaN left out. Differentiable.
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * nanSum(tensor([1, NaN, 2])).item(); // 3
 * ```
 */
export function nanSum(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return sum(replaceNaN(x, 0), axis, options);
}

/**
 * The mean over the axes (default all), NaN left out; NaN where nothing is left. Differentiable.
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * nanMean(tensor([1, NaN, 2])).item(); // 1.5
 * ```
 */
export function nanMean(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  const count = sum(x.equal(x), axis, options);
  const total = nanSum(x, axis, options);
  return total.div(count.astype(total.dtype === "float32" ? "float32" : "float64"));
}

/**
 * The largest element over the axes (default all), NaN left out; NaN where nothing is left. Differentiable.
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * nanMax(tensor([1, NaN, 2])).item(); // 2
 * ```
 */
export function nanMax(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return withoutNaN(x, max(replaceNaN(x, -Infinity), axis, options), axis, options);
}

/**
 * The smallest element over the axes (default all), NaN left out; NaN where nothing is left. Differentiable.
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * nanMin(tensor([1, NaN, 2])).item(); // 1
 * ```
 */
export function nanMin(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return withoutNaN(x, min(replaceNaN(x, Infinity), axis, options), axis, options);
}

/** NaN is the one value that differs from itself; integers have none. */
function replaceNaN(x: Tensor, value: number): Tensor {
  return x.dtype === "float64" || x.dtype === "float32" ? where(x.equal(x), x, value) : x;
}

function withoutNaN(x: Tensor, y: Tensor, axis: Axes, options?: ReductionOptions): Tensor {
  if (x.dtype !== "float64" && x.dtype !== "float32") return y;
  return where(all(x.notEqual(x), axis, options), Number.NaN, y);
}
