import { checkPositive, ParameterError, ShapeError } from "@gradus/core";
import { BinaryKernel } from "@gradus/kernels";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import { defineBinaryOp } from "./define-binary";
import { defineUnaryOp } from "./define-unary";
import { wherePositive } from "./slopes";
import { where } from "./where";

const leaky = defineBinaryOp({
  name: "leakyRelu",
  kernel: BinaryKernel.leaky,
  operands: "floating",
  backwardLeft: (gradOutput, x, slope) =>
    where(asTensor(x).greater(0), gradOutput, gradOutput.mul(slope)),
  backwardRight: (gradOutput, x) => gradOutput.mul(asTensor(x).minimum(0)),
});

/**
 * x for x > 0, else slope·x, elementwise. Its derivative at 0 is the slope, as in PyTorch.
 * @param negativeSlope default 0.01
 * @example
 * ```ts
 * leakyRelu(tensor([-100, 2])).toArray(); // → [-1, 2]
 * ```
 */
export function leakyRelu(x: Tensor, negativeSlope = 0.01): Tensor {
  return leaky(x, negativeSlope);
}

/**
 * A leaky relu with a learned slope: x for x > 0, else weight·x.
 * @param weight one slope, or a vector of one for each entry along axis 1 of x (axis 0 for a vector)
 * @throws ShapeError for a weight of another shape.
 * @example
 * ```ts
 * prelu(tensor([[-1, -1]]), tensor([0.5, 0.25])).toArray(); // → [[-0.5, -0.25]]
 * ```
 */
export function prelu(x: Tensor, weight: Tensor): Tensor {
  if (weight.size === 1) return leaky(x, weight.reshape([]));
  const axis = Math.min(1, x.ndim - 1);
  if (weight.ndim !== 1 || weight.size !== x.shape[axis]) {
    throw new ShapeError(
      `prelu: expected a weight of one element or of shape (${x.shape[axis] ?? 1},), got ${shapeText(weight.shape)}`,
    );
  }
  return leaky(x, weight.reshape(x.shape.map((length, i) => (i === axis ? length : 1))));
}

const eluKernel = defineBinaryOp({
  name: "elu",
  kernel: BinaryKernel.elu,
  operands: "floating",
  // 1 for x > 0, else α·eˣ = y + α
  backwardLeft: (gradOutput, x, alpha, y) =>
    where(asTensor(x).greater(0), gradOutput, gradOutput.mul(y.add(alpha))),
  backwardRight: (gradOutput, x) => gradOutput.mul(asTensor(x).minimum(0).expm1()),
});

/**
 * x for x > 0, else α·(eˣ − 1), elementwise.
 * @param alpha default 1
 * @see Clevert, Unterthiner and Hochreiter (2016), arXiv:1511.07289.
 * @example
 * ```ts
 * elu(tensor([-1000, 2])).toArray(); // → [-1, 2]
 * ```
 */
export function elu(x: Tensor, alpha = 1): Tensor {
  return eluKernel(x, alpha);
}

/**
 * elu with a derivative that is continuous for every α: max(x, 0) + min(0, α·(e^(x/α) − 1)), elementwise.
 * @param alpha default 1
 * @throws ParameterError if alpha is not a finite number above 0.
 * @see Barron (2017), arXiv:1704.07483.
 * @example
 * ```ts
 * celu(tensor([-1000, 2]), 0.5).toArray(); // → [-0.5, 2]
 * ```
 */
export function celu(x: Tensor, alpha = 1): Tensor {
  checkPositive("celu", "alpha", alpha);
  return alpha === 1 ? elu(x) : elu(x.div(alpha)).mul(alpha);
}

/**
 * The self-normalizing elu: 1.0507·elu(x, 1.6733), elementwise.
 * @see Klambauer, Unterthiner, Mayr and Hochreiter (2017), arXiv:1706.02515.
 * @example
 * ```ts
 * selu(tensor([0, 1])).toArray(); // → [0, 1.0507009873554805]
 * ```
 */
export function selu(x: Tensor): Tensor {
  return elu(x, 1.6732632423543772).mul(1.0507009873554805);
}

/**
 * x limited to the interval from `low` to `high`, elementwise: `clip`, but flat at both ends too, as in PyTorch.
 * @param low default −1
 * @param high default 1
 * @throws ParameterError if low > high.
 * @example
 * ```ts
 * hardtanh(tensor([-3, 0.5, 3])).toArray(); // → [-1, 0.5, 1]
 * ```
 */
export function hardtanh(x: Tensor, low = -1, high = 1): Tensor {
  if (!(low <= high)) {
    throw new ParameterError(`hardtanh: low must be <= high, got low = ${low} and high = ${high}`);
  }
  const y = privately(() => x.clip(low, high));
  if (!needsGrad(x)) return y;
  return record(y, "hardtanh", [x], (gradOutput) => [between(gradOutput, x, low, high)]);
}

/** g where low < x < high, else 0. */
function between(g: Tensor, x: Tensor, low: number, high: number): Tensor {
  const above = wherePositive(g, x.detach().sub(low));
  return wherePositive(above, x.detach().neg().add(high));
}

/**
 * min(max(x, 0), 6), elementwise.
 * @see Howard et al. (2017), "MobileNets", arXiv:1704.04861.
 * @example
 * ```ts
 * relu6(tensor([-1, 3, 8])).toArray(); // → [0, 3, 6]
 * ```
 */
export function relu6(x: Tensor): Tensor {
  return hardtanh(x, 0, 6);
}

/**
 * min(max(x + 3, 0), 6)/6, elementwise: straight pieces in place of the sigmoid.
 * @example
 * ```ts
 * hardSigmoid(tensor([-3, 0, 3])).toArray(); // → [0, 0.5, 1]
 * ```
 */
export const hardSigmoid = defineUnaryOp({
  name: "hardSigmoid",
  forward: (x) => x.add(3).clip(0, 6).div(6),
  backward: (gradOutput, x) => between(gradOutput.div(6), x, -3, 3),
});

/**
 * x·hardSigmoid(x), elementwise.
 * @see Howard et al. (2019), "Searching for MobileNetV3", arXiv:1905.02244.
 * @example
 * ```ts
 * hardSwish(tensor([0, 1.5, 4])).toArray(); // → [0, 1.125, 4]
 * ```
 */
export const hardSwish = defineUnaryOp({
  name: "hardSwish",
  forward: (x) => x.mul(x.add(3).clip(0, 6).div(6)),
  // 0 below −3, 1 above 3, x/3 + ½ between, the ends included.
  backward: (gradOutput, x) => {
    const inner = where(x.greater(3), 1, x.div(3).add(0.5));
    return where(x.less(-3), 0, gradOutput.mul(inner));
  },
});
