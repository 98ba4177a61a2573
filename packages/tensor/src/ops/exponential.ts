import { UnaryKernel } from "@gradus/kernels";
import { defineUnaryOp } from "./define-unary";

/**
 * eˣ, elementwise.
 * @example
 * ```ts
 * exp(tensor([0, 1])).toArray(); // [1, 2.718281828459045]
 * ```
 */
export const exp = defineUnaryOp({
  name: "exp",
  kernel: UnaryKernel.exp,
  backward: (gradOutput, _x, y) => gradOutput.mul(y),
});

/**
 * eˣ − 1, elementwise, exact to the last digits for small x where exp(x) − 1 is not.
 * @example
 * ```ts
 * expm1(tensor([1e-10])).toArray(); // [1.00000000005e-10]
 * ```
 */
export const expm1 = defineUnaryOp({
  name: "expm1",
  kernel: UnaryKernel.expm1,
  // d/dx (eˣ − 1) = eˣ = y + 1
  backward: (gradOutput, _x, y) => gradOutput.mul(y.add(1)),
});

/**
 * The natural logarithm, elementwise; −∞ for 0, NaN for x < 0.
 * @example
 * ```ts
 * log(tensor([1, Math.E])).toArray(); // [0, 1]
 * ```
 */
export const log = defineUnaryOp({
  name: "log",
  kernel: UnaryKernel.log,
  backward: (gradOutput, x) => gradOutput.div(x),
});

/**
 * log(1 + x), elementwise, exact to the last digits for small x where log(1 + x) is not.
 * @example
 * ```ts
 * log1p(tensor([1e-10])).toArray(); // [9.9999999995e-11]
 * ```
 */
export const log1p = defineUnaryOp({
  name: "log1p",
  kernel: UnaryKernel.log1p,
  backward: (gradOutput, x) => gradOutput.div(x.add(1)),
});
