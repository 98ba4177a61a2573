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
  /** p of the p-norm (Σ|xᵢ|ᵖ)^(1/p). Default 2; ±Infinity the largest or smallest |xᵢ|, 0 how many are not 0. */
  readonly ord?: number;
}

/**
 * The length of a vector, or of every vector along the axes: √Σxᵢ² by default. Without an axis all elements
 * count as one vector (for a matrix, the Frobenius norm; for other norms of a matrix see `matrixNorm`). The
 * powers cannot overflow. The gradient at 0 is taken as 0.
 *
 * @throws OutOfRangeError for an axis that x lacks; ParameterError if `ord` is not a number; ShapeError for the
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
  if (ord === -Infinity) return floats.abs().min(axis, { keepDims });
  if (ord === 0) return floats.notEqual(0).astype(floats.dtype).sum(axis, { keepDims });
  if (typeof ord !== "number" || Number.isNaN(ord)) {
    throw new ParameterError(`norm: ord must be a number, got ${describeValue(ord)}`);
  }
  const { shape, keptShape } = planReduction("norm", floats, axis, { keepDims });
  const y = privately(() => scaledNorm(floats, axis, ord)).reshape(shape);
  if (!needsGrad(floats)) return y;
  return record(y, "norm", [floats], (g) => {
    // d‖x‖/dx = x/‖x‖, and in general sign(x)·|x/‖x‖|ᵖ⁻¹; where ‖x‖ = 0 so is x, and 1 stands in for the divisor.
    const length = y.reshape(keptShape);
    const part = floats.div(where(length.equal(0), 1, length));
    return [g.reshape(keptShape).mul(ord === 2 ? part : signedPower(part, ord - 1))];
  });
}

/** Divides by the largest size first, unless that is 0 or not finite. Keeps the axes. */
function scaledNorm(x: Tensor, axis: Axes, p: number): Tensor {
  const kept = { keepDims: true };
  if (x.size === 0) return x.sum(axis, kept);
  const largest = x.abs().max(axis, kept);
  const usable = largest.greater(0).mul(largest.less(Infinity));
  const scale = where(usable, largest, 1);
  const part = x.div(scale);
  if (p === 2) return part.square().sum(axis, kept).sqrt().mul(scale);
  return part
    .abs()
    .pow(p)
    .sum(axis, kept)
    .pow(1 / p)
    .mul(scale);
}

/** sign(x)·|x|ᵖ, and 0 at 0 also for p < 0. */
function signedPower(x: Tensor, p: number): Tensor {
  const zero = x.equal(0);
  return where(zero, 0, where(zero, 1, x).abs().pow(p).mul(x.sign()));
}
