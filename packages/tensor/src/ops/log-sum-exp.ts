import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { floatingType } from "../dtype";
import { filledTensor } from "../factory";
import type { Axes } from "../shape";
import type { Tensor } from "../tensor";
import { astype } from "./convert";
import { planReduction, type ReductionOptions } from "./reduction";
import { where } from "./where";

/**
 * log Σ exp(x) over the axes (default all), without overflow: largest + log Σ exp(x − largest). Of nothing: −∞.
 * Differentiable; the gradient is the softmax.
 *
 * @returns floating; integers and bools give float64
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * logsumexp(tensor([1000, 1000])).item(); // 1000.6931471805599
 * ```
 */
export function logsumexp(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  const floats = astype(x, floatingType(x.dtype));
  const { shape, keptShape, length } = planReduction("logsumexp", floats, axis, options);
  if (length === 0) return filledTensor("logsumexp", shape, floats.dtype, -Infinity);
  const y = privately(() => {
    const largest = floats.max(axis, { keepDims: true });
    // ±∞ − ±∞ is NaN.
    const shift = where(largest.abs().equal(Infinity), 0, largest);
    return floats.sub(shift).exp().sum(axis, { keepDims: true }).log().add(shift).reshape(shape);
  });
  if (!needsGrad(floats)) return y;
  return record(y, "logsumexp", [floats], (g) => {
    const kept = y.reshape(keptShape);
    const finite = where(kept.equal(-Infinity), 0, kept);
    return [g.reshape(keptShape).mul(floats.sub(finite).exp())];
  });
}
