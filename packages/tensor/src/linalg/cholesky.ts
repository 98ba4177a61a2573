import { LinAlgError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { countMatrices, float64Copy, matrixShape, squareMatrices, transposed } from "./batches";
import { matmul } from "./matmul";
import { lowerTriangle } from "./triangle";
import { triangularSolve } from "./triangular-solve";

/**
 * The lower triangular L with A = L·Lᵀ, for symmetric positive definite A. Reads A's lower triangle only.
 * Computed in float64. Differentiable. Time n³/3. NaN counts as not positive.
 *
 * @param A shape (…, n, n)
 * @throws ShapeError unless A is square; LinAlgError, with the column, unless A is positive definite.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 4.2.
 * @example
 * ```ts
 * cholesky(tensor([[4, 2], [2, 5]])).toArray(); // [[2, 0], [1, 2]]
 * ```
 */
export function cholesky(A: Tensor): Tensor {
  const x = squareMatrices("cholesky", A);
  const L = factor(x);
  if (!needsGrad(x)) return L;
  return record(L, "cholesky", [x], (g) => [choleskyGradient(L, g)]);
}

function factor(A: Tensor): Tensor {
  const [n] = matrixShape(A);
  const L = float64Copy(A);
  const memory = heap();
  memory.begin();
  const { kernels } = memory;
  const scratch = memory.scratch(kernels.multiplyIntoBytes(n, n, n), "cholesky");
  const start = addressOf(L);
  for (let i = 0; i < countMatrices(A); i++) {
    const column = kernels.cholesky(n, start + i * n * n * 8, scratch);
    if (column < 0) continue;
    throw new LinAlgError(
      `cholesky: expected a positive definite matrix, got a pivot that is not above 0 at column ${column}`,
    );
  }
  return castTo(L, A.dtype);
}

/**
 * dL/dA = ½·(P + Pᵀ) with P = L⁻ᵀ·Φ(Lᵀ·G)·L⁻¹, where Φ keeps the lower triangle and halves its diagonal.
 * @see Murray (2016), arXiv:1602.07527, equation 9.
 */
function choleskyGradient(L: Tensor, g: Tensor): Tensor {
  const product = matmul(transposed(L), g);
  const phi = lowerTriangle(product).add(lowerTriangle(product, -1)).mul(0.5);
  const left = triangularSolve(L, phi, { transpose: true });
  const P = triangularSolve(L, transposed(left), { transpose: true });
  return P.add(transposed(P)).mul(0.5);
}

/**
 * Solves A·X = B for symmetric positive definite A, by A = L·Lᵀ and two triangular systems.
 *
 * @param A shape (…, n, n)
 * @param B shape (n,) or (…, n, m)
 * @returns X, in the shape of B (with the batches of both)
 * @throws ShapeError if the shapes do not fit; LinAlgError, with the column, unless A is positive definite.
 * @example
 * ```ts
 * choleskySolve(tensor([[4, 2], [2, 5]]), tensor([6, 7])).toArray(); // [1, 1]
 * ```
 */
export function choleskySolve(A: Tensor, B: Tensor): Tensor {
  const L = cholesky(A);
  return triangularSolve(L, triangularSolve(L, B), { transpose: true });
}
