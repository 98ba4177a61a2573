import { BinaryKernel, UnaryKernel } from "@gradus/kernels";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import { defineBinaryOp, type Operand } from "./define-binary";
import { defineUnaryOp } from "./define-unary";

/**
 * The sine of x in radians, elementwise.
 * @example
 * ```ts
 * sin(tensor([0, Math.PI / 2])).toArray(); // [0, 1]
 * ```
 */
export const sin = defineUnaryOp({
  name: "sin",
  kernel: UnaryKernel.sin,
  backward: (gradOutput, x) => gradOutput.mul(x.cos()),
});

/**
 * The cosine of x in radians, elementwise.
 * @example
 * ```ts
 * cos(tensor([0, Math.PI])).toArray(); // [1, -1]
 * ```
 */
export const cos = defineUnaryOp({
  name: "cos",
  kernel: UnaryKernel.cos,
  backward: (gradOutput, x) => gradOutput.mul(x.sin()).neg(),
});

/**
 * The tangent of x in radians, elementwise.
 * @example
 * ```ts
 * tan(tensor([0, 1])).toArray(); // → [0, 1.557407724654902]
 * ```
 */
export const tan = defineUnaryOp({
  name: "tan",
  kernel: UnaryKernel.tan,
  // d/dx tan x = 1 + tan² x
  backward: (gradOutput, _x, y) => gradOutput.mul(y.square().add(1)),
});

/**
 * The arc sine, elementwise, from −π/2 to π/2; NaN for |x| > 1.
 * @example
 * ```ts
 * asin(tensor([0, 1])).toArray(); // → [0, 1.5707963267948966]
 * ```
 */
export const asin = defineUnaryOp({
  name: "asin",
  kernel: UnaryKernel.asin,
  backward: (gradOutput, x) => gradOutput.div(cosineOf(x)),
});

/**
 * The arc cosine, elementwise, from 0 to π; NaN for |x| > 1.
 * @example
 * ```ts
 * acos(tensor([1, -1])).toArray(); // → [0, 3.141592653589793]
 * ```
 */
export const acos = defineUnaryOp({
  name: "acos",
  kernel: UnaryKernel.acos,
  backward: (gradOutput, x) => gradOutput.div(cosineOf(x)).neg(),
});

/** √(1 − x²), the cosine of an angle whose sine is x. */
function cosineOf(x: Tensor): Tensor {
  return x.square().neg().add(1).sqrt();
}

/**
 * The arc tangent, elementwise, from −π/2 to π/2.
 * @example
 * ```ts
 * atan(tensor([0, 1])).toArray(); // → [0, 0.7853981633974483]
 * ```
 */
export const atan = defineUnaryOp({
  name: "atan",
  kernel: UnaryKernel.atan,
  backward: (gradOutput, x) => gradOutput.div(x.square().add(1)),
});

/**
 * The angle of the point (x, y), elementwise, from −π to π.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * atan2(tensor([0, 1]), tensor([-1, 0])).toArray(); // → [3.141592653589793, 1.5707963267948966]
 * ```
 */
export const atan2 = defineBinaryOp({
  name: "atan2",
  kernel: BinaryKernel.arcTangent,
  operands: "floating",
  backwardLeft: (gradOutput, y, x) => gradOutput.mul(x).div(squares(y, x)),
  backwardRight: (gradOutput, y, x) => gradOutput.mul(y).div(squares(y, x)).neg(),
});

function squares(y: Operand, x: Operand): Tensor {
  return asTensor(y).square().add(asTensor(x).square());
}
