import { GradientError } from "../autograd/gradient-error";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { filledTensor, identityMatrix, tensorFrom } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { batchShape, countMatrices, floatingMatrices, matrixShape, transposed } from "./batches";
import { luFactor, rowOrder } from "./lu";
import { matmul } from "./matmul";
import { lowerTriangle, upperTriangle } from "./triangle";
import { triangularSolve } from "./triangular-solve";

/** A = P·L·U. */
export interface Lu {
  /** A permutation matrix, shape (…, m, m). */
  readonly P: Tensor;
  /** Lower triangular with ones on its diagonal, no entry above 1 in size, shape (…, m, min(m, n)). */
  readonly L: Tensor;
  /** Upper triangular, shape (…, min(m, n), n). */
  readonly U: Tensor;
}

/**
 * The LU decomposition with partial pivoting A = P·L·U of a matrix, or of several along leading axes, as SciPy
 * and PyTorch give it. Computed in float64. A singular matrix has one too: then U has a 0 on its diagonal.
 * Differentiable in L and U for square regular A. Time 2n³/3.
 *
 * @param A shape (…, m, n)
 * @throws ShapeError below two axes; GradientError on a gradient for a matrix that is not square; LinAlgError on
 * one for a singular matrix.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 3.4.
 * @roadmap FND-008
 * @example
 * ```ts
 * const { P, L, U } = lu(tensor([[1, 2], [4, 4]]));
 * U.toArray(); // [[4, 4], [0, 1]]
 * P.matmul(L).matmul(U).toArray(); // [[1, 2], [4, 4]]
 * ```
 */
export function lu(A: Tensor): Lu {
  const a = floatingMatrices("lu", A);
  const [m, n] = matrixShape(a);
  const k = Math.min(m, n);
  const all = batchShape(a).map(() => null);
  const { factors, exchanges } = luFactor(a.detach());
  const P = permutation(a, m, exchanges);
  const L = privately(() => {
    const below = lowerTriangle(factors.slice(...all, null, [0, k]), -1);
    return castTo(below.add(identityMatrix(m, "float64").slice(null, [0, k])), a.dtype);
  });
  const U = privately(() => castTo(upperTriangle(factors.slice(...all, [0, k])), a.dtype));
  if (!needsGrad(a)) return { P, L, U };
  if (m !== n) {
    const refuse = () => {
      throw new GradientError("lu: expected a square matrix for gradients, got another");
    };
    return { P, L: record(L, "lu", [a], refuse), U: record(U, "lu", [a], refuse) };
  }
  // P·L⁻ᵀ·(tril(LᵀgL, −1) + triu(gU·Uᵀ))·U⁻ᵀ
  const back = (inner: Tensor) => {
    const left = triangularSolve(L, inner, { transpose: true, unitDiagonal: true });
    const both = triangularSolve(U, transposed(left), { lower: false });
    return [matmul(P, transposed(both))];
  };
  record(L, "lu", [a], (g) => back(lowerTriangle(matmul(transposed(L), g), -1)));
  record(U, "lu", [a], (g) => back(upperTriangle(matmul(g, transposed(U)))));
  return { P, L, U };
}

/** Ones that bring row i of L·U back to where it stands in A. */
function permutation(A: Tensor, m: number, exchanges: Tensor): Tensor {
  const count = countMatrices(A);
  if (count * m === 0) return filledTensor("lu", [...batchShape(A), m, m], A.dtype, 0);
  const list = exchanges.data();
  const steps = list.length / count;
  const entries = new Float64Array(count * m * m);
  for (let i = 0; i < count; i++) {
    rowOrder(m, list.slice(i * steps, (i + 1) * steps)).forEach((from, row) => {
      entries[i * m * m + from * m + row] = 1;
    });
  }
  return tensorFrom(entries, [...batchShape(A), m, m], A.dtype);
}
