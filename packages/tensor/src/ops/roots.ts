import { BinaryKernel, UnaryKernel } from "@gradus/kernels";
import { defineBinaryOp } from "./define-binary";
import { defineUnaryOp } from "./define-unary";

/**
 * 1/√x, elementwise; ∞ for 0, NaN for x < 0.
 * @example
 * ```ts
 * rsqrt(tensor([4, 0.25])).toArray(); // → [0.5, 2]
 * ```
 */
export const rsqrt = defineUnaryOp({
  name: "rsqrt",
  kernel: UnaryKernel.reciprocalRoot,
  // d/dx x^(−½) = −½·x^(−3/2)
  backward: (gradOutput, _x, y) => gradOutput.mul(y.pow(3).mul(-0.5)),
});

/**
 * The cube root, elementwise, of negative numbers too.
 * @example
 * ```ts
 * cbrt(tensor([27, -8])).toArray(); // → [3, -2]
 * ```
 */
export const cbrt = defineUnaryOp({
  name: "cbrt",
  kernel: UnaryKernel.cubeRoot,
  backward: (gradOutput, _x, y) => gradOutput.div(y.square().mul(3)),
});

/**
 * √(a² + b²), elementwise, without overflow in between.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * hypot(tensor([3, 5]), tensor([4, 12])).toArray(); // → [5, 13]
 * ```
 */
export const hypot = defineBinaryOp({
  name: "hypot",
  kernel: BinaryKernel.hypotenuse,
  operands: "floating",
  backwardLeft: (gradOutput, a, _b, y) => gradOutput.mul(a).div(y),
  backwardRight: (gradOutput, _a, b, y) => gradOutput.mul(b).div(y),
});
