import { DTypeError, ValueError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { checkDType, type DType, dtypeCode, isFloating, promoteTypes } from "../dtype";
import { addressOf, contiguous, copyOf, emptyTensor, isTensor, scalarTensor } from "../factory";
import type { Tensor } from "../tensor";

/** A tensor as it is, a number as a 0-d float64 tensor. @throws DTypeError for anything else. */
export function asTensor(value: Tensor | number): Tensor {
  if (isTensor(value)) return value;
  if (typeof value === "number") return scalarTensor(value);
  throw new DTypeError(`Tensor: expected a tensor or a number, got ${typeof value}`);
}

/**
 * The same values as another element type. Numbers become int32 and uint8 towards zero and bool by "is not 0".
 * Differentiable between floating types.
 *
 * @returns x itself if it has that type already
 * @throws ValueError for a NaN, infinite or too large number that should become int32, or
 * one outside 0 … 255 that should become uint8.
 * @example
 * ```ts
 * astype(tensor([1.7, -1.7]), "int32").toArray(); // [1, -1]
 * ```
 */
export function astype(x: Tensor, dtype: DType): Tensor {
  checkDType("astype", dtype);
  if (x.dtype === dtype) return x;
  const y = castTo(x, dtype);
  if (!needsGrad(x) || !isFloating(dtype)) return y;
  const from = x.dtype;
  // The rounding has no useful derivative; a change of type passes gradients on unchanged.
  return record(y, "astype", [x], (gradOutput) => [astype(gradOutput, from)]);
}

/** astype without history. */
export function castTo(value: Tensor, dtype: DType): Tensor {
  const x = contiguous(value);
  if (x.dtype === dtype) return x;
  const memory = heap();
  memory.begin();
  const out = emptyTensor("astype", x.shape, dtype);
  const target = addressOf(out);
  const { kernels } = memory;
  const bad = kernels.cast(dtypeCode(x.dtype), dtypeCode(dtype), x.size, addressOf(x), target);
  if (bad >= 0) {
    throw new ValueError(
      `astype: expected numbers that fit ${dtype} (finite, ${dtype === "uint8" ? "0 to 255" : "up to 2^31 - 1"}), ` +
        `got ${x.data()[bad]} at flat index ${bad}`,
    );
  }
  return out;
}

/** The operands in their common type, without history. */
export function toCommonType(tensors: readonly Tensor[]): { tensors: Tensor[]; dtype: DType } {
  const dtype = tensors.map((x) => x.dtype).reduce(promoteTypes);
  return { tensors: tensors.map((x) => castTo(x, dtype)), dtype };
}

/**
 * A copy in memory of its own. Differentiable.
 * @example
 * ```ts
 * clone(tensor([1, 2])).toArray(); // [1, 2]
 * ```
 */
export function clone(x: Tensor): Tensor {
  const y = copyOf(x);
  return needsGrad(x) ? record(y, "clone", [x], (gradOutput) => [gradOutput]) : y;
}
