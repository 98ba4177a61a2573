import { checkOneOf } from "@gradus/core";
import { heap, UnaryKernel } from "@gradus/kernels";
import { isRecording, needsGrad, record } from "../autograd/tape";
import { isFloating } from "../dtype";
import { addressOf, contiguous, emptyTensor } from "../factory";
import type { Tensor } from "../tensor";
import { defineUnaryOp } from "./define-unary";
import {
  geluSlope,
  geluTanhSlope,
  siluSlope,
  timesSigmoidSlope,
  timesTanhSlope,
  wherePositive,
} from "./slopes";

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
  // d/dx sigmoid(x) = y·(1 − y)
  backward: (gradOutput, _x, y) => timesSigmoidSlope(gradOutput, y),
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
  backward: (gradOutput, _x, y) => timesTanhSlope(gradOutput, y),
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
  backward: (gradOutput, x) => wherePositive(gradOutput, x),
});

/**
 * softplus(x) = log(1 + eˣ), elementwise: a smooth relu. No overflow for any x.
 * @example
 * ```ts
 * softplus(tensor([0, 1000])).toArray(); // [0.6931471805599453, 1000]
 * ```
 */
export const softplus = defineUnaryOp({
  name: "softplus",
  kernel: UnaryKernel.softplus,
  // d/dx log(1 + eˣ) = sigmoid(x)
  backward: (gradOutput, x) => gradOutput.mul(x.sigmoid()),
});

/**
 * log(sigmoid(x)) = −softplus(−x), elementwise; no underflow for any x.
 * @example
 * ```ts
 * logSigmoid(tensor([0, -1000])).toArray(); // [-0.6931471805599453, -1000]
 * ```
 */
export const logSigmoid = defineUnaryOp({
  name: "logSigmoid",
  forward: (x) => softplus(x.neg()).neg(),
  backward: (gradOutput, x) => gradOutput.mul(x.neg().sigmoid()),
});

/**
 * silu(x) = x·sigmoid(x), elementwise; also called swish.
 * @see Hendrycks and Gimpel (2016), "Gaussian error linear units", arXiv:1606.08415.
 * @example
 * ```ts
 * silu(tensor([0, 100])).toArray(); // → [0, 100]
 * ```
 */
export const silu = defineUnaryOp({
  name: "silu",
  kernel: UnaryKernel.silu,
  backward: (gradOutput, x) => gradOutput.mul(siluSlope(x)),
});

/** Which form of {@link gelu}. */
export interface GeluOptions {
  /** "none": x·Φ(x) itself (default); "tanh": the approximation that GPT-2 uses. */
  readonly approximate?: "none" | "tanh";
}

/**
 * gelu(x) = x·Φ(x) with the normal distribution function Φ, elementwise; or ½x·(1 + tanh(√(2/π)·(x + 0.044715·x³))).
 * @throws ParameterError for another approximation.
 * @see Hendrycks and Gimpel (2016), "Gaussian error linear units", arXiv:1606.08415.
 * @example
 * ```ts
 * gelu(tensor([0, 100])).toArray(); // → [0, 100]
 * ```
 */
export function gelu(x: Tensor | number, { approximate = "none" }: GeluOptions = {}): Tensor {
  checkOneOf("gelu", "approximate", approximate, ["none", "tanh"]);
  if (approximate === "tanh") return tanhGelu(x);
  return typeof x === "object" && isFloating(x.dtype) && needsGrad(x)
    ? geluInTraining(x)
    : exactGelu(x);
}

/** The same with its derivative, which costs little more beside the value. */
function geluInTraining(input: Tensor): Tensor {
  const x = contiguous(input);
  const memory = heap();
  memory.begin();
  const [y, slope] = [emptyTensor("gelu", x.shape, x.dtype), emptyTensor("gelu", x.shape, x.dtype)];
  const [from, to, toSlope] = [addressOf(x), addressOf(y), addressOf(slope)];
  memory.kernels.geluWithSlope(x.dtype === "float64", x.size, from, to, toSlope);
  const rule = (g: Tensor) => [g.mul(isRecording() ? geluSlope(input) : slope)];
  return record(y, "gelu", [input], rule, [slope]);
}

const exactGelu = defineUnaryOp({
  name: "gelu",
  kernel: UnaryKernel.gelu,
  backward: (gradOutput, x) => gradOutput.mul(geluSlope(x)),
});

const tanhGelu = defineUnaryOp({
  name: "gelu",
  kernel: UnaryKernel.geluTanh,
  backward: (gradOutput, x) => gradOutput.mul(geluTanhSlope(x)),
});

/**
 * mish(x) = x·tanh(softplus(x)), elementwise.
 * @see Misra (2019), "Mish: a self regularized non-monotonic activation function", arXiv:1908.08681.
 * @example
 * ```ts
 * mish(tensor([0, 100])).toArray(); // → [0, 100]
 * ```
 */
export const mish = defineUnaryOp({
  name: "mish",
  forward: (x) => x.mul(softplus(x).tanh()),
  // t + x·(1 − t²)·sigmoid(x)
  backward: (gradOutput, x) => {
    const t = softplus(x).tanh();
    return gradOutput.mul(t.add(timesTanhSlope(x.mul(x.sigmoid()), t)));
  },
});

/**
 * softsign(x) = x / (1 + |x|), elementwise.
 * @example
 * ```ts
 * softsign(tensor([-1, 3])).toArray(); // → [-0.5, 0.75]
 * ```
 */
export const softsign = defineUnaryOp({
  name: "softsign",
  forward: (x) => x.div(x.abs().add(1)),
  backward: (gradOutput, x) => gradOutput.div(x.abs().add(1).square()),
});
