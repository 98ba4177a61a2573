import { ShapeError } from "@gradus/core";
import { needsGrad, record } from "../autograd/tape";
import { contiguous, copyStrided, filledTensor, viewOf } from "../factory";
import { type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { checkWhole } from "./checks";
import { recordView } from "./views";

/**
 * Of a matrix its k-th diagonal, of a vector the square matrix with it on the k-th diagonal and zeros elsewhere.
 * Differentiable.
 *
 * @param k 0 (the default) is the main diagonal, 1 the one above it, −1 the one below
 * @returns a view of a matrix, a new tensor for a vector
 * @throws ShapeError unless x is a vector or a matrix; ParameterError unless k is an integer.
 * @example
 * ```ts
 * diag(tensor([1, 2])).toArray(); // [[1, 0], [0, 2]]
 * diag(tensor([[1, 2], [3, 4]]), 1).toArray(); // [2]
 * ```
 */
export function diag(x: Tensor, k = 0): Tensor {
  checkWhole("diag", "k", k);
  if (x.ndim === 1) {
    const n = x.size + Math.abs(k);
    return embed(x, [n, n], k);
  }
  if (x.ndim !== 2) {
    throw new ShapeError(`diag: expected a vector or a matrix, got shape ${shapeText(x.shape)}`);
  }
  return recordView("diag", x, diagonalView(x, k), (g) => embed(g, x.shape, k));
}

function diagonalView(x: Tensor, k: number): Tensor {
  const [rows, columns] = x.shape as [number, number];
  const [down, across] = x.strides as [number, number];
  const [top, left] = [Math.max(0, -k), Math.max(0, k)];
  const length = Math.max(0, Math.min(rows - top, columns - left));
  const offset = length === 0 ? x.offset : x.offset + top * down + left * across;
  return viewOf(x, [length], [down + across], offset);
}

/** The transpose of taking a diagonal: zeros with x on it. */
function embed(x: Tensor, shape: Shape, k: number): Tensor {
  const y = filledTensor("diag", shape, x.dtype, 0);
  copyStrided(contiguous(x), diagonalView(y, k));
  return needsGrad(x) ? record(y, "diag", [x], (g) => [diag(g, k)]) : y;
}
