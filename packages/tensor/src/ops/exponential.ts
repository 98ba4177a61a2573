import { BinaryKernel, UnaryKernel } from "@gradus/kernels";
import { asTensor } from "./convert";
import { defineBinaryOp } from "./define-binary";
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

/**
 * 2ˣ, elementwise; exact for integers.
 * @example
 * ```ts
 * exp2(tensor([-1, 10])).toArray(); // → [0.5, 1024]
 * ```
 */
export const exp2 = defineUnaryOp({
  name: "exp2",
  kernel: UnaryKernel.exp2,
  backward: (gradOutput, _x, y) => gradOutput.mul(y.mul(Math.LN2)),
});

/**
 * The logarithm to base 2, elementwise; exact for powers of 2.
 * @example
 * ```ts
 * log2(tensor([0.5, 1024])).toArray(); // → [-1, 10]
 * ```
 */
export const log2 = defineUnaryOp({
  name: "log2",
  kernel: UnaryKernel.log2,
  backward: (gradOutput, x) => gradOutput.div(x.mul(Math.LN2)),
});

/**
 * The logarithm to base 10, elementwise.
 * @example
 * ```ts
 * log10(tensor([0.1, 1000])).toArray(); // → [-1, 3]
 * ```
 */
export const log10 = defineUnaryOp({
  name: "log10",
  kernel: UnaryKernel.log10,
  backward: (gradOutput, x) => gradOutput.div(x.mul(Math.LN10)),
});

/**
 * log(eᵃ + eᵇ), elementwise, without overflow in between: a sum of probabilities known by their logarithms.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * logaddexp(tensor([1000]), 1000).toArray(); // → [1000.6931471805599]
 * ```
 */
export const logaddexp = defineBinaryOp({
  name: "logaddexp",
  kernel: BinaryKernel.logAddExp,
  operands: "floating",
  backwardLeft: (gradOutput, a, b) => gradOutput.mul(asTensor(a).sub(b).sigmoid()),
  backwardRight: (gradOutput, a, b) => gradOutput.mul(asTensor(b).sub(a).sigmoid()),
});
