import { LinAlgError } from "@gradus/core";
import { needsGrad, noGrad, record } from "../autograd/tape";
import { promoteTypes } from "../dtype";
import { identityMatrix, scalarTensor } from "../factory";
import { astype, castTo } from "../ops/convert";
import { take } from "../ops/take";
import type { Tensor } from "../tensor";
import { rightHandSide, squareMatrix } from "./checks";
import { luFactor, rowOrder } from "./lu";
import { matmul } from "./matmul";
import { triangularSolve } from "./triangular-solve";

/**
 * Solves A·X = B for square A, by LU with partial pivoting. Computed in float64. Differentiable. Time 2n³/3.
 *
 * @param A shape (n, n)
 * @param B shape (n,) or (n, m)
 * @returns X, in the shape of B
 * @throws ShapeError if the shapes do not fit; LinAlgError, with the column, if A is singular.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 3.4.
 * @example
 * ```ts
 * solve(tensor([[2, 1], [1, 3]]), tensor([3, 4])).toArray(); // [1, 1]
 * ```
 */
export function solve(A: Tensor, B: Tensor): Tensor {
  const a = squareMatrix("solve", A);
  const right = rightHandSide("solve", a.shape[0]!, B);
  return right.restore(solveMatrix("solve", a, right.B));
}

/**
 * The inverse A⁻¹ of a square matrix. To solve A·X = B, `solve` is faster and more accurate.
 *
 * @throws ShapeError unless A is square; LinAlgError, with the column, if A is singular.
 * @example
 * ```ts
 * inverse(tensor([[2, 0], [0, 4]])).toArray(); // [[0.5, 0], [0, 0.25]]
 * ```
 */
export function inverse(A: Tensor): Tensor {
  const a = squareMatrix("inverse", A);
  return solveMatrix("inverse", a, identityMatrix(a.shape[0]!, a.dtype));
}

function solveMatrix(where: string, A: Tensor, B: Tensor): Tensor {
  const dtype = promoteTypes(A.dtype, B.dtype);
  const X = castTo(
    noGrad(() => eliminate(where, A, castTo(B, "float64"))),
    dtype,
  );
  const [recordA, recordB] = [needsGrad(A), needsGrad(B)];
  if (!recordA && !recordB) return X;
  const inputs = [...(recordA ? [A] : []), ...(recordB ? [B] : [])];
  return record(X, where, inputs, (g) => {
    // dL/dB = A⁻ᵀ·G, and dL/dA = −dL/dB·Xᵀ.
    const gB = solveMatrix(where, A.transpose(), g);
    const gradients: Tensor[] = [];
    if (recordA) gradients.push(astype(matmul(gB, X.transpose()).neg(), A.dtype));
    if (recordB) gradients.push(astype(gB, B.dtype));
    return gradients;
  });
}

function eliminate(where: string, A: Tensor, B: Tensor): Tensor {
  const { factors, exchanges, singularColumn } = luFactor(A);
  if (singularColumn >= 0) {
    throw new LinAlgError(
      `${where}: expected a regular matrix, got a singular one: no pivot in column ${singularColumn}`,
    );
  }
  const permuted = take(B, rowOrder(exchanges));
  const Y = triangularSolve(factors, permuted, { unitDiagonal: true });
  return triangularSolve(factors, Y, { lower: false });
}

/**
 * The determinant of a square matrix, by LU. Differentiable where A is regular.
 *
 * @returns a 0-d tensor; 0 for a singular matrix
 * @throws ShapeError unless A is square.
 * @example
 * ```ts
 * determinant(tensor([[1, 2], [3, 4]])).item(); // -2
 * ```
 */
export function determinant(A: Tensor): Tensor {
  const a = squareMatrix("determinant", A);
  const { factors, exchanges } = luFactor(a);
  const nExchanges = exchanges.filter((other, i) => other !== i).length;
  let value = nExchanges % 2 === 0 ? 1 : -1;
  factors.data().forEach((entry, i) => {
    if (i % (a.shape[0]! + 1) === 0) value *= entry;
  });
  const y = scalarTensor(value, a.dtype);
  if (!needsGrad(a)) return y;
  // Jacobi's formula: d det(A)/dA = det(A)·A⁻ᵀ.
  return record(y, "determinant", [a], (g) => [g.mul(y).mul(inverse(a).transpose())]);
}
