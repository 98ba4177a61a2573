import { ShapeError } from "@gradus/core";
import { needsGrad, record } from "../autograd/tape";
import { contiguous, copyStrided, filledTensor, viewOf } from "../factory";
import { recordView } from "../ops/views";
import { type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";

/**
 * The main diagonal of a matrix.
 *
 * @returns a view of shape (min(m, n),)
 * @throws ShapeError unless A is a matrix.
 * @example
 * ```ts
 * diagonal(tensor([[1, 2], [3, 4]])).toArray(); // [1, 4]
 * ```
 */
export function diagonal(A: Tensor): Tensor {
  if (A.ndim !== 2) {
    throw new ShapeError(`diagonal: expected a matrix, got shape ${shapeText(A.shape)}`);
  }
  return recordView("diagonal", A, diagonalView(A), (g) => embedDiagonal(g, A.shape));
}

/**
 * The sum of a matrix's main diagonal. Differentiable.
 *
 * @returns a 0-d tensor
 * @throws ShapeError unless A is a matrix.
 * @example
 * ```ts
 * trace(tensor([[1, 2], [3, 4]])).item(); // 5
 * ```
 */
export function trace(A: Tensor): Tensor {
  if (A.ndim !== 2) {
    throw new ShapeError(`trace: expected a matrix, got shape ${shapeText(A.shape)}`);
  }
  return diagonal(A).sum();
}

function diagonalView(A: Tensor): Tensor {
  const [down, across] = A.strides as [number, number];
  return viewOf(A, [Math.min(A.shape[0]!, A.shape[1]!)], [down + across]);
}

/** The transpose of diagonal: zeros with x on the main diagonal. */
function embedDiagonal(x: Tensor, shape: Shape): Tensor {
  const y = filledTensor("diagonal", shape, x.dtype, 0);
  copyStrided(contiguous(x), diagonalView(y));
  return needsGrad(x) ? record(y, "embedDiagonal", [x], (g) => [diagonal(g)]) : y;
}
