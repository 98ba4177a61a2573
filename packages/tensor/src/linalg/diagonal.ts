import { ShapeError } from "@gradus/core";
import { needsGrad, record } from "../autograd/tape";
import { contiguous, copyStrided, filledTensor, viewOf } from "../factory";
import { recordView } from "../ops/views";
import { type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";

/**
 * The main diagonal of a matrix, or of several along leading axes (NumPy's `linalg.diagonal`). Differentiable.
 *
 * @param A shape (…, m, n)
 * @returns a view of shape (…, min(m, n))
 * @throws ShapeError below two axes.
 * @example
 * ```ts
 * diagonal(tensor([[1, 2], [3, 4]])).toArray(); // [1, 4]
 * ```
 */
export function diagonal(A: Tensor): Tensor {
  if (A.ndim < 2) {
    throw new ShapeError(
      `diagonal: expected a matrix, or several along leading axes, got shape ${shapeText(A.shape)}`,
    );
  }
  return recordView("diagonal", A, diagonalView(A), (g) => embedDiagonal(g, A.shape));
}

/**
 * The sum of a matrix's main diagonal, or of several along leading axes (NumPy's `linalg.trace`). Differentiable.
 *
 * @param A shape (…, m, n)
 * @returns shape (…)
 * @throws ShapeError below two axes.
 * @example
 * ```ts
 * trace(tensor([[1, 2], [3, 4]])).item(); // 5
 * ```
 */
export function trace(A: Tensor): Tensor {
  if (A.ndim < 2) {
    throw new ShapeError(
      `trace: expected a matrix, or several along leading axes, got shape ${shapeText(A.shape)}`,
    );
  }
  return diagonal(A).sum(-1);
}

function diagonalView(A: Tensor): Tensor {
  const [down, across] = A.strides.slice(-2) as [number, number];
  const shape = [...A.shape.slice(0, -2), Math.min(...A.shape.slice(-2))];
  return viewOf(A, shape, [...A.strides.slice(0, -2), down + across]);
}

/** The transpose of diagonal: zeros with x on the main diagonal. */
function embedDiagonal(x: Tensor, shape: Shape): Tensor {
  const y = filledTensor("diagonal", shape, x.dtype, 0);
  copyStrided(contiguous(x), diagonalView(y));
  return needsGrad(x) ? record(y, "embedDiagonal", [x], (g) => [diagonal(g)]) : y;
}
