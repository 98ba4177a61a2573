import { UnaryKernel } from "@gradus/kernels";
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
