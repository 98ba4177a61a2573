import { describeValue, ParameterError } from "@gradus/core";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { floatingType } from "../dtype";
import { astype } from "../ops/convert";
import { planReduction, type ReductionOptions } from "../ops/reduction";
import { where } from "../ops/where";
import type { Axes } from "../shape";
import type { Tensor } from "../tensor";

/** Which norm, and over which axes. */
export interface NormOptions extends ReductionOptions {
  /** p of the p-norm (Σ|xᵢ|ᵖ)^(1/p): 1, 2 (default) or Infinity. */
  readonly ord?: number;
}

/**
 * The length of a vector, or of every vector along the axes: √Σxᵢ² by default. Without an axis all elements
 * count as one vector (for a matrix, the Frobenius norm). The squares cannot overflow. The gradient at 0 is
 * taken as 0.
 *
 * @throws OutOfRangeError for an axis that x lacks; ParameterError for another `ord`; ShapeError for the
 * largest of nothing.
 * @example
 * ```ts
 * norm(tensor([3, 4])).item(); // 5
 * ```
 */
export function norm(x: Tensor, axis?: Axes, { ord = 2, keepDims }: NormOptions = {}): Tensor {
  const floats = astype(x, floatingType(x.dtype));
  if (ord === 1) return floats.abs().sum(axis, { keepDims });
  if (ord === Infinity) return floats.abs().max(axis, { keepDims });
  if (ord !== 2) {
    throw new ParameterError(`norm: ord must be 1, 2 or Infinity, got ${describeValue(ord)}`);
  }
  const { shape, keptShape } = planReduction("norm", floats, axis, { keepDims });
  const y = privately(() => scaledNorm(floats, axis)).reshape(shape);
  if (!needsGrad(floats)) return y;
  return record(y, "norm", [floats], (g) => {
    // d‖x‖/dx = x/‖x‖; where ‖x‖ = 0 so is x, and 1 stands in for the divisor.
    const length = y.reshape(keptShape);
    return [g.reshape(keptShape).mul(floats.div(where(length.equal(0), 1, length)))];
  });
}

/** Divides by the largest size first, unless that is 0 or not finite. Keeps the axes. */
function scaledNorm(x: Tensor, axis: Axes): Tensor {
  const kept = { keepDims: true };
  if (x.size === 0) return x.sum(axis, kept);
  const largest = x.abs().max(axis, kept);
  const usable = largest.greater(0).mul(largest.less(Infinity));
  const scale = where(usable, largest, 1);
  return x.div(scale).square().sum(axis, kept).sqrt().mul(scale);
}
