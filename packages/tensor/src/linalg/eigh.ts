import { LinAlgError } from "@gradus/core";
import { heap, inScope } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, emptyTensor, identityMatrix } from "../factory";
import { castTo } from "../ops/convert";
import { where } from "../ops/where";
import type { Tensor } from "../tensor";
import {
  batchShape,
  checkFiniteMatrices,
  countMatrices,
  float64Copy,
  matrixShape,
  squareMatrices,
  transposed,
} from "./batches";
import { matmul } from "./matmul";

/** Which part of a symmetric matrix is read. */
export interface EighOptions {
  /** Read the upper triangle instead of the lower. Default false. */
  readonly upper?: boolean;
}

/** A = V·diag(values)·Vᵀ. */
export interface Eigh {
  /** Ascending; shape (…, n). */
  readonly values: Tensor;
  /** Orthonormal columns, one an eigenvalue; shape (…, n, n). */
  readonly vectors: Tensor;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, or of several along leading axes. One triangle is
 * read. Computed in float64: tridiagonal form by reflections, then divide and conquer. Differentiable, except
 * for the vectors of eigenvalues that repeat, whose gradient is infinite.
 *
 * @param A shape (…, n, n)
 * @throws ShapeError unless A is square; LinAlgError for NaN or infinite numbers.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., sections 8.3 and 8.4.
 * @roadmap FND-007
 * @example
 * ```ts
 * eigh(tensor([[2, 1], [1, 2]])).values; // [1, 3]
 * ```
 */
export function eigh(A: Tensor, { upper = false }: EighOptions = {}): Eigh {
  const a = squareMatrices("eigh", A);
  const { values, vectors } = inScope(
    () => decompose("eigh", a, upper, true),
    (found) => [found.values.storage, found.vectors.storage],
  );
  if (!needsGrad(a)) return { values, vectors };
  // With dA: dL = diag(VᵀdA·V), dV = V·(VᵀdA·V / E) where Eᵢⱼ = Lⱼ − Lᵢ off the diagonal.
  record(values, "eigh", [a], (g) => [matmul(vectors.mul(g.unsqueeze(-2)), transposed(vectors))]);
  record(vectors, "eigh", [a], (g) => {
    // Half of what is antisymmetric, so that the gradient is symmetric, as A is.
    const projected = matmul(transposed(vectors), g);
    const inner = projected.sub(transposed(projected)).div(differences(values)).mul(0.5);
    return [matmul(matmul(vectors, inner), transposed(vectors))];
  });
  return { values, vectors };
}

/**
 * The eigenvalues of a symmetric matrix, or of several along leading axes, ascending: `eigh` without the
 * vectors, which takes about a third of the time. Differentiable.
 *
 * @param A shape (…, n, n)
 * @returns shape (…, n)
 * @throws ShapeError unless A is square; LinAlgError for NaN or infinite numbers.
 * @example
 * ```ts
 * eigvalsh(tensor([[2, 1], [1, 2]])); // [1, 3]
 * ```
 */
export function eigvalsh(A: Tensor, options: EighOptions = {}): Tensor {
  const a = squareMatrices("eigvalsh", A);
  if (needsGrad(a)) return eigh(a, options).values;
  return inScope(
    () => decompose("eigvalsh", a, options.upper ?? false, false).values,
    (values) => [values.storage],
  );
}

function decompose(where: string, A: Tensor, upper: boolean, wantVectors: boolean): Eigh {
  checkFiniteMatrices(where, A);
  const [n] = matrixShape(A);
  const a = float64Copy(upper ? transposed(A.detach()) : A);
  const memory = heap();
  memory.begin();
  const { kernels } = memory;
  const values = emptyTensor(where, [...batchShape(A), n], "float64");
  const rows = emptyTensor(where, wantVectors ? [...batchShape(A), n, n] : [0], "float64");
  const scratch = memory.scratch(kernels.symmetricEigenBytes(n), where);
  const [from, to, z] = [addressOf(a), addressOf(values), addressOf(rows)];
  for (let i = 0; i < countMatrices(A); i++) {
    const at = i * n * n * 8;
    const converged = kernels.symmetricEigen(
      n,
      from + at,
      to + i * n * 8,
      wantVectors ? z + at : 0,
      scratch,
    );
    if (converged === 0) throw new LinAlgError(`${where}: expected convergence, got none`);
  }
  const vectors = wantVectors ? transposed(castTo(rows, A.dtype)) : rows;
  return { values: castTo(values, A.dtype), vectors };
}

/** Lⱼ − Lᵢ at (i, j), infinite on the diagonal. */
function differences(values: Tensor): Tensor {
  const n = values.shape[values.ndim - 1]!;
  const E = values.unsqueeze(-2).sub(values.unsqueeze(-1));
  return where(identityMatrix(n, "bool"), Number.POSITIVE_INFINITY, E);
}
