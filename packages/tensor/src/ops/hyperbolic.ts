import { UnaryKernel } from "@gradus/kernels";
import { defineUnaryOp } from "./define-unary";

/**
 * The hyperbolic sine (eˣ − e⁻ˣ)/2, elementwise.
 * @example
 * ```ts
 * sinh(tensor([0, 1])).toArray(); // → [0, 1.1752011936438014]
 * ```
 */
export const sinh = defineUnaryOp({
  name: "sinh",
  kernel: UnaryKernel.sinh,
  backward: (gradOutput, x) => gradOutput.mul(cosh(x)),
});

/**
 * The hyperbolic cosine (eˣ + e⁻ˣ)/2, elementwise.
 * @example
 * ```ts
 * cosh(tensor([0])).toArray(); // → [1]
 * ```
 */
export const cosh = defineUnaryOp({
  name: "cosh",
  kernel: UnaryKernel.cosh,
  backward: (gradOutput, x) => gradOutput.mul(sinh(x)),
});

/**
 * The inverse of `sinh`, elementwise.
 * @example
 * ```ts
 * asinh(tensor([0, 1])).toArray(); // → [0, 0.881373587019543]
 * ```
 */
export const asinh = defineUnaryOp({
  name: "asinh",
  kernel: UnaryKernel.asinh,
  backward: (gradOutput, x) => gradOutput.div(x.square().add(1).sqrt()),
});

/**
 * The inverse of `cosh` on x ≥ 0, elementwise; NaN for x < 1.
 * @example
 * ```ts
 * acosh(tensor([1, 2])).toArray(); // → [0, 1.3169578969248166]
 * ```
 */
export const acosh = defineUnaryOp({
  name: "acosh",
  kernel: UnaryKernel.acosh,
  backward: (gradOutput, x) => gradOutput.div(x.square().sub(1).sqrt()),
});

/**
 * The inverse of `tanh`, elementwise; ±∞ at ±1, NaN beyond.
 * @example
 * ```ts
 * atanh(tensor([0, 0.5])).toArray(); // → [0, 0.5493061443340548]
 * ```
 */
export const atanh = defineUnaryOp({
  name: "atanh",
  kernel: UnaryKernel.atanh,
  backward: (gradOutput, x) => gradOutput.div(x.square().neg().add(1)),
});
