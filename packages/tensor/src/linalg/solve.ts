import { LinAlgError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { promoteTypes } from "../dtype";
import { addressOf, identityMatrix } from "../factory";
import { astype, castTo } from "../ops/convert";
import { sumTo } from "../ops/sum-to";
import type { Shape } from "../shape";
import type { Tensor } from "../tensor";
import {
  batchShape,
  float64Copy,
  matrixShape,
  placesIn,
  rightHandSides,
  squareMatrices,
  transposed,
} from "./batches";
import { luFactor } from "./lu";
import { matmul } from "./matmul";

/**
 * Solves A·X = B for square A, by LU with partial pivoting. Computed in float64. Differentiable. Time 2n³/3.
 * Leading axes are batches and broadcast. NaN in A counts as singular.
 *
 * @param A shape (…, n, n)
 * @param B shape (n,) or (…, n, m)
 * @returns X, in the shape of B (with the batches of both)
 * @throws ShapeError if the shapes do not fit; LinAlgError, with the column, if A is singular.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 3.4.
 * @example
 * ```ts
 * solve(tensor([[2, 1], [1, 3]]), tensor([3, 4])).toArray(); // [1, 1]
 * ```
 */
export function solve(A: Tensor, B: Tensor): Tensor {
  const a = squareMatrices("solve", A);
  const right = rightHandSides("solve", a, B);
  return right.restore(solveMatrices("solve", a, right.B, right.batch));
}

/**
 * The inverse A⁻¹ of a square matrix, or of several along leading axes. To solve A·X = B, `solve` is faster
 * and more accurate. Differentiable.
 *
 * @throws ShapeError unless A is square; LinAlgError, with the column, if A is singular.
 * @example
 * ```ts
 * inverse(tensor([[2, 0], [0, 4]])).toArray(); // [[0.5, 0], [0, 0.25]]
 * ```
 */
export function inverse(A: Tensor): Tensor {
  const a = squareMatrices("inverse", A);
  const [n] = matrixShape(a);
  return solveMatrices("inverse", a, identityMatrix(n, a.dtype), batchShape(a));
}

function solveMatrices(where: string, A: Tensor, B: Tensor, batch: Shape): Tensor {
  const dtype = promoteTypes(A.dtype, B.dtype);
  const X = privately(() => castTo(eliminate(where, A.detach(), B.detach(), batch), dtype));
  const [recordA, recordB] = [needsGrad(A), needsGrad(B)];
  if (!recordA && !recordB) return X;
  const inputs = [...(recordA ? [A] : []), ...(recordB ? [B] : [])];
  return record(X, where, inputs, (g) => {
    // dL/dB = A⁻ᵀ·G, and dL/dA = −dL/dB·Xᵀ, summed over the batches on which an operand was repeated.
    const gB = solveMatrices(where, transposed(A), g, batch);
    const gradients: Tensor[] = [];
    if (recordA) gradients.push(fit(matmul(gB, transposed(X)).neg(), A));
    if (recordB) gradients.push(fit(gB, B));
    return gradients;
  });
}

function fit(gradient: Tensor, x: Tensor): Tensor {
  return astype(sumTo(gradient, x.shape), x.dtype);
}

function eliminate(where: string, A: Tensor, B: Tensor, batch: Shape): Tensor {
  const { factors, exchanges, singularColumn } = luFactor(A);
  if (singularColumn >= 0) {
    throw new LinAlgError(
      `${where}: expected a regular matrix, got a singular one: no pivot in column ${singularColumn}`,
    );
  }
  const [n, m] = matrixShape(B);
  const X = float64Copy(B.broadcastTo([...batch, n, m]));
  const memory = heap();
  memory.begin();
  const { kernels } = memory;
  const scratch = memory.scratch(kernels.multiplyIntoBytes(n, m, n), where);
  const [x, lu, pivots] = [addressOf(X), addressOf(factors), addressOf(exchanges)];
  placesIn(batch, batchShape(A)).forEach((place, i) => {
    const to = x + i * n * m * 8;
    const from = lu + place * n * n * 8;
    kernels.exchange(n, m, to, m, pivots + place * n * 4);
    kernels.solveTriangular(true, true, n, m, from, n, 1, to, scratch);
    kernels.solveTriangular(false, false, n, m, from, n, 1, to, scratch);
  });
  return X;
}
