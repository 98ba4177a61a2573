import { LinAlgError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, contiguous, copyOf } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { squareMatrix } from "./checks";
import { matmul } from "./matmul";
import { lowerTriangle } from "./triangle";
import { triangularSolve } from "./triangular-solve";

/**
 * The lower triangular L with A = L·Lᵀ, for symmetric positive definite A. Reads A's lower triangle only.
 * Computed in float64. Differentiable. Time n³/3.
 *
 * @param A shape (n, n)
 * @throws ShapeError unless A is square; LinAlgError, with the column, unless A is positive definite.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 4.2.
 * @example
 * ```ts
 * cholesky(tensor([[4, 2], [2, 5]])).toArray(); // [[2, 0], [1, 2]]
 * ```
 */
export function cholesky(A: Tensor): Tensor {
  const x = squareMatrix("cholesky", A);
  const L = factor(x);
  if (!needsGrad(x)) return L;
  return record(L, "cholesky", [x], (g) => [choleskyGradient(L, g)]);
}

function factor(A: Tensor): Tensor {
  const L = A.dtype === "float64" ? copyOf(A) : castTo(contiguous(A), "float64");
  const memory = heap();
  memory.begin();
  const column = memory.kernels.cholesky(A.shape[0]!, addressOf(L));
  if (column >= 0) {
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
  const product = matmul(L.transpose(), g);
  const phi = lowerTriangle(product).add(lowerTriangle(product, -1)).mul(0.5);
  const left = triangularSolve(L, phi, { transpose: true });
  const P = triangularSolve(L, left.transpose(), { transpose: true }).transpose();
  return P.add(P.transpose()).mul(0.5);
}

/**
 * Solves A·X = B for symmetric positive definite A, by A = L·Lᵀ and two triangular systems.
 *
 * @param A shape (n, n)
 * @param B shape (n,) or (n, m)
 * @returns X, in the shape of B
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
