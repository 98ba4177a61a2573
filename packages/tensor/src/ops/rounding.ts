import { UnaryKernel } from "@gradus/kernels";
import { defineUnaryOp, type UnaryGradient } from "./define-unary";

/** Flat almost everywhere, so the gradient is 0, as in PyTorch. */
const flat: UnaryGradient = (gradOutput) => gradOutput.mul(0);

/**
 * |x|, elementwise. Its derivative at 0 is taken as 0.
 * @throws DTypeError for a bool tensor.
 * @example
 * ```ts
 * abs(tensor([-1, 2])).toArray(); // [1, 2]
 * ```
 */
export const abs = defineUnaryOp({
  name: "abs",
  kernel: UnaryKernel.absolute,
  integers: true,
  backward: (gradOutput, x) => gradOutput.mul(x.sign()),
});

/**
 * −1, 0 or 1 by the sign of x, elementwise; NaN stays NaN.
 * @throws DTypeError for a bool tensor.
 * @example
 * ```ts
 * sign(tensor([-3, 0, 2])).toArray(); // [-1, 0, 1]
 * ```
 */
export const sign = defineUnaryOp({
  name: "sign",
  kernel: UnaryKernel.sign,
  integers: true,
  backward: flat,
});

/**
 * The largest integer ≤ x, elementwise.
 * @example
 * ```ts
 * floor(tensor([1.7, -1.2])).toArray(); // [1, -2]
 * ```
 */
export const floor = defineUnaryOp({ name: "floor", kernel: UnaryKernel.floor, backward: flat });

/**
 * The smallest integer ≥ x, elementwise.
 * @example
 * ```ts
 * ceil(tensor([1.2, -1.7])).toArray(); // [2, -1]
 * ```
 */
export const ceil = defineUnaryOp({ name: "ceil", kernel: UnaryKernel.ceil, backward: flat });

/**
 * The nearest integer, elementwise; halves go to the even one, as in NumPy.
 * @example
 * ```ts
 * round(tensor([0.5, 1.5, 2.4])).toArray(); // [0, 2, 2]
 * ```
 */
export const round = defineUnaryOp({ name: "round", kernel: UnaryKernel.round, backward: flat });

/**
 * The integer part: x rounded towards 0, elementwise.
 * @example
 * ```ts
 * trunc(tensor([1.7, -1.7])).toArray(); // → [1, -1]
 * ```
 */
export const trunc = defineUnaryOp({
  name: "trunc",
  kernel: UnaryKernel.truncate,
  backward: flat,
});
