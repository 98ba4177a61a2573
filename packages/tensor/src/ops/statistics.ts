import { describeValue, ParameterError } from "@gradus/core";
import { UnaryKernel } from "@gradus/kernels";
import { privately } from "../autograd/privately";
import { needsGrad } from "../autograd/tape";
import { floatingType } from "../dtype";
import { type Axes, normalizeAxes, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { astype } from "./convert";
import { defineUnaryOp } from "./define-unary";
import type { ReductionOptions } from "./reduction";
import { where } from "./where";

/** What `variance` and `std` can be told beside their axes. */
export interface VarianceOptions extends ReductionOptions {
  /** What is taken from n in the divisor: 0 for the population (default), 1 for a sample. */
  readonly ddof?: number | undefined;
}

/**
 * The mean over the axes (default all); integers and bools give float64. The mean of nothing is NaN.
 *
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * mean(tensor([[1, 2], [3, 4]]), 0).toArray(); // [2, 3]
 * ```
 */
export function mean(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  const n = countOf("mean", x, axis);
  return floats(x).sum(axis, options).div(n);
}

/**
 * The variance over the axes (default all): Σ(x − mean)² / (n − ddof), in two passes, so that a large mean
 * does no harm.
 *
 * @throws OutOfRangeError for an axis that x lacks; ParameterError if ddof is not a finite number.
 * @example
 * ```ts
 * variance(tensor([1, 2, 3, 4])).item(); // 1.25
 * variance(tensor([1, 2, 3]), undefined, { ddof: 1 }).item(); // 1
 * ```
 */
export function variance(
  x: Tensor,
  axis?: Axes,
  { ddof = 0, keepDims }: VarianceOptions = {},
): Tensor {
  if (!Number.isFinite(ddof)) {
    throw new ParameterError(`variance: ddof must be a finite number, got ${describeValue(ddof)}`);
  }
  const divisor = Math.max(0, countOf("variance", x, axis) - ddof);
  const compute = () =>
    floats(x)
      .sub(mean(x, axis, { keepDims: true }))
      .square()
      .sum(axis, { keepDims })
      .div(divisor);
  return needsGrad(x) ? compute() : privately(compute);
}

/**
 * The standard deviation over the axes (default all): the square root of `variance`. Its derivative at equal numbers
 * is taken as 0, as in PyTorch.
 *
 * @throws OutOfRangeError for an axis that x lacks; ParameterError if ddof is not a finite number.
 * @example
 * ```ts
 * std(tensor([1, 3])).item(); // 1
 * ```
 */
export function std(x: Tensor, axis?: Axes, options?: VarianceOptions): Tensor {
  return flatRoot(variance(x, axis, options));
}

/** √x with the derivative 0 at 0: equal numbers have no direction in which to differ, as in PyTorch. */
const flatRoot = defineUnaryOp({
  name: "std",
  kernel: UnaryKernel.squareRoot,
  backward: (gradOutput, _x, y) => {
    const zero = y.equal(0);
    return where(zero, 0, gradOutput.div(where(zero, 1, y).mul(2)));
  },
});

function floats(x: Tensor): Tensor {
  return astype(x, floatingType(x.dtype));
}

function countOf(where: string, x: Tensor, axis: Axes): number {
  return sizeOf(normalizeAxes(where, axis, x.ndim).map((i) => x.shape[i]!));
}
