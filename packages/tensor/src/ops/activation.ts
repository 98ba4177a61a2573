import { UnaryKernel } from "@gradus/kernels";
import { defineUnaryOp } from "./define-unary";

/**
 * The logistic function 1 / (1 + e⁻ˣ), elementwise; no overflow for any x.
 * @example
 * ```ts
 * sigmoid(tensor([0])).toArray(); // [0.5]
 * ```
 */
export const sigmoid = defineUnaryOp({
  name: "sigmoid",
  kernel: UnaryKernel.sigmoid,
  // d/dx sigmoid(x) = y·(1 − y) = y − y²
  backward: (gradOutput, _x, y) => gradOutput.mul(y.sub(y.square())),
});

/**
 * The hyperbolic tangent, elementwise.
 * @example
 * ```ts
 * tanh(tensor([0])).toArray(); // [0]
 * ```
 */
export const tanh = defineUnaryOp({
  name: "tanh",
  kernel: UnaryKernel.tanh,
  // d/dx tanh(x) = 1 − y²
  backward: (gradOutput, _x, y) => gradOutput.mul(y.square().neg().add(1)),
});

/**
 * max(x, 0), elementwise. Its derivative at 0 is taken as 0, as in PyTorch.
 * @throws DTypeError for a bool tensor.
 * @example
 * ```ts
 * relu(tensor([-1, 2])).toArray(); // [0, 2]
 * ```
 */
export const relu = defineUnaryOp({
  name: "relu",
  kernel: UnaryKernel.relu,
  integers: true,
  backward: (gradOutput, x) => gradOutput.mul(x.greater(0).astype(gradOutput.dtype)),
});

/**
 * softplus(x) = log(1 + eˣ), elementwise: a smooth relu.
 * @example
 * ```ts
 * softplus(tensor([0, 1000])).toArray(); // [0.6931471805599453, 1000]
 * ```
 */
export const softplus = defineUnaryOp({
  name: "softplus",
  // max(x, 0) + log1p(e^−|x|): equal to the definition, but eˣ would overflow.
  forward: (x) => x.maximum(0).add(x.abs().neg().exp().log1p()),
  // d/dx log(1 + eˣ) = sigmoid(x)
  backward: (gradOutput, x) => gradOutput.mul(x.sigmoid()),
});
