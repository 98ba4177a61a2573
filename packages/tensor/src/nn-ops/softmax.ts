import { heap } from "@gradus/kernels";
import { isRecording, needsGrad, record } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor } from "../factory";
import { normalizeAxis } from "../shape";
import type { Tensor } from "../tensor";
import { axisBack, axisLast, checkFloatingTensor } from "./fused";

/**
 * softmax(x)ᵢ = e^xᵢ / Σ e^xⱼ along an axis: positive numbers that sum to 1. The largest x is taken off first, so
 * that no exponential overflows.
 *
 * @param axis default the last
 * @returns x's shape and dtype
 * @throws DTypeError if x is not floating; OutOfRangeError for an axis that x lacks.
 * @roadmap DL-011
 * @example
 * ```ts
 * softmax(tensor([0, 0, 1000])).toArray(); // [0, 0, 1]
 * ```
 */
export function softmax(x: Tensor, axis = -1): Tensor {
  return alongAxis("softmax", false, x, axis);
}

/**
 * log softmax(x) = x − log Σ e^xⱼ along an axis, exact where a probability would round to 0.
 *
 * @param axis default the last
 * @returns x's shape and dtype
 * @throws DTypeError if x is not floating; OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * logSoftmax(tensor([0, 1000])).toArray(); // [-1000, 0]
 * ```
 */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  return alongAxis("logSoftmax", true, x, axis);
}

function alongAxis(name: string, logarithm: boolean, x: Tensor, axis: number): Tensor {
  checkFloatingTensor(name, "x", x);
  const along = normalizeAxis(name, axis, x.ndim);
  return axisBack(lastAxis(name, logarithm, axisLast(x, along)), along);
}

function lastAxis(name: string, logarithm: boolean, input: Tensor): Tensor {
  const x = contiguous(input);
  const memory = heap();
  memory.begin();
  const y = emptyTensor(name, x.shape, x.dtype);
  const [to, from] = [addressOf(y), addressOf(x)];
  const length = x.shape[x.ndim - 1]!;
  const rows = length === 0 ? 0 : x.size / length;
  memory.kernels.softmaxForward(x.dtype === "float64", logarithm, rows, length, from, to);
  if (!needsGrad(input)) return y;
  return record(y, name, [input], (g) => [
    isRecording() ? composedGradient(logarithm, y, g) : fusedGradient(name, logarithm, y, g),
  ]);
}

function fusedGradient(name: string, logarithm: boolean, y: Tensor, gradOutput: Tensor): Tensor {
  const g = contiguous(gradOutput);
  const memory = heap();
  memory.begin();
  const out = emptyTensor(name, y.shape, y.dtype);
  const to = addressOf(out);
  const length = y.shape[y.ndim - 1]!;
  const rows = length === 0 ? 0 : y.size / length;
  const double = y.dtype === "float64";
  memory.kernels.softmaxBackward(double, logarithm, rows, length, addressOf(y), addressOf(g), to);
  return out;
}

function composedGradient(logarithm: boolean, y: Tensor, g: Tensor): Tensor {
  // softmax: dx = y·(g − Σ g·y); its logarithm: dx = g − eʸ·Σ g
  if (logarithm) return g.sub(y.exp().mul(g.sum(-1, { keepDims: true })));
  return y.mul(g.sub(g.mul(y).sum(-1, { keepDims: true })));
}
