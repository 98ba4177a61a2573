import { ShapeError } from "@gradus/core";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { matmul } from "./matmul";

/**
 * The dot product Σ aᵢbᵢ of two vectors.
 *
 * @returns a 0-d tensor
 * @throws ShapeError unless both are vectors of one length.
 * @example
 * ```ts
 * dot(tensor([1, 2]), tensor([3, 4])).item(); // 11
 * ```
 */
export function dot(a: Tensor, b: Tensor): Tensor {
  if (a.ndim !== 1 || b.ndim !== 1 || a.shape[0] !== b.shape[0]) {
    throw new ShapeError(
      `dot: expected two vectors of one length, got shapes ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
    );
  }
  return matmul(a, b);
}

/**
 * The outer product of two vectors: entry (i, j) is aᵢbⱼ.
 *
 * @returns shape (a.length, b.length)
 * @throws ShapeError unless both are vectors.
 * @example
 * ```ts
 * outer(tensor([1, 2]), tensor([3, 4])).toArray(); // [[3, 4], [6, 8]]
 * ```
 */
export function outer(a: Tensor, b: Tensor): Tensor {
  if (a.ndim !== 1 || b.ndim !== 1) {
    throw new ShapeError(
      `outer: expected two vectors, got shapes ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
    );
  }
  return a.unsqueeze(1).mul(b.unsqueeze(0));
}
