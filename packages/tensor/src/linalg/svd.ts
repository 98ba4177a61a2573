import { LinAlgError } from "@gradus/core";
import { heap, inScope } from "@gradus/kernels";
import { GradientError } from "../autograd/gradient-error";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import {
  batchShape,
  checkFiniteMatrices,
  countMatrices,
  float64Copy,
  floatingMatrices,
  matrixShape,
  transposed,
} from "./batches";
import { gradientOfLeft, gradientOfRight, gradientOfValues } from "./svd-gradient";

/** How many singular vectors {@link svd} gives. */
export interface SvdOptions {
  /** Whole bases: U of shape (…, m, m) and Vh of (…, n, n). Default false: min(m, n) vectors of each. */
  readonly fullMatrices?: boolean;
}

/** A = U·diag(S)·Vh. */
export interface Svd {
  /** Orthonormal columns, shape (…, m, k). */
  readonly U: Tensor;
  /** The singular values, descending, shape (…, min(m, n)). */
  readonly S: Tensor;
  /** Orthonormal rows (the transpose of V), shape (…, k, n). */
  readonly Vh: Tensor;
}

/**
 * The singular value decomposition A = U·diag(S)·Vh of a matrix, or of several along leading axes: computed in
 * float64 by reflections to bidiagonal form (from a triangle first where one side is much longer) and
 * implicit QR, which keeps small singular values accurate. As in NumPy and PyTorch, except that the thin form
 * is the default. The signs of a pair of vectors are not determined.
 *
 * Differentiable: in the vectors as long as no two singular values are equal or (for a matrix that is not
 * square) 0; vectors that `fullMatrices` adds have no gradient.
 *
 * @param A shape (…, m, n)
 * @throws ShapeError below two axes; LinAlgError for NaN or infinite numbers; GradientError on a gradient
 * through U or Vh with `fullMatrices`, unless A is square.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 8.6.
 * @roadmap FND-009
 * @example
 * ```ts
 * svd(tensor([[3, 0], [0, -2], [0, 0]])).S; // [3, 2]
 * ```
 */
export function svd(A: Tensor, { fullMatrices = false }: SvdOptions = {}): Svd {
  const a = floatingMatrices("svd", A);
  const [m, n] = matrixShape(a);
  const { U, S, Vh } = inScope(
    () => decompose("svd", a, { fullMatrices }),
    (found) => [found.U.storage, found.S.storage, found.Vh.storage],
  );
  if (!needsGrad(a)) return { U, S, Vh };
  const factors = { U, S, Vh };
  if (fullMatrices && m !== n) {
    const refuse = () => {
      throw new GradientError(
        "svd: expected the thin form for gradients of singular vectors, got fullMatrices: true",
      );
    };
    const thin = () => svd(a);
    record(S, "svd", [a], (g) => [gradientOfValues(thin(), g)]);
    return { U: record(U, "svd", [a], refuse), S, Vh: record(Vh, "svd", [a], refuse) };
  }
  record(U, "svd", [a], (g) => [gradientOfLeft(factors, g)]);
  record(S, "svd", [a], (g) => [gradientOfValues(factors, g)]);
  record(Vh, "svd", [a], (g) => [gradientOfRight(factors, g)]);
  return factors;
}

/**
 * The singular values of a matrix, or of several along leading axes, descending: `svd` without the vectors,
 * which takes less than half the time. Differentiable.
 *
 * @param A shape (…, m, n)
 * @returns shape (…, min(m, n))
 * @throws ShapeError below two axes; LinAlgError for NaN or infinite numbers.
 * @example
 * ```ts
 * svdvals(tensor([[0, 2], [1, 0]])); // [2, 1]
 * ```
 */
export function svdvals(A: Tensor): Tensor {
  const a = floatingMatrices("svdvals", A);
  if (needsGrad(a)) return svd(a).S;
  return inScope(
    () => decompose("svdvals", a, { wantVectors: false }).S,
    (S) => [S.storage],
  );
}

/** From this ratio of its sides on a matrix is reduced to a triangle first. */
const TALL = 1.6;

function decompose(where: string, A: Tensor, { fullMatrices = false, wantVectors = true }): Svd {
  checkFiniteMatrices(where, A);
  const wide = A.shape[A.ndim - 2]! < A.shape[A.ndim - 1]!;
  const higher = wide ? transposed(A.detach()) : A.detach();
  const [m, n] = matrixShape(higher);
  const tall = m >= TALL * n || (fullMatrices && m > n);
  const batch = batchShape(A);
  const rows = fullMatrices ? m : n;
  const work = float64Copy(tall ? contiguous(transposed(higher)) : higher);
  const memory = heap();
  memory.begin();
  const { kernels } = memory;
  const values = emptyTensor(where, [...batch, n], "float64");
  const ut = emptyTensor(where, wantVectors ? [...batch, rows, m] : [0], "float64");
  const vt = emptyTensor(where, wantVectors ? [...batch, n, n] : [0], "float64");
  const scratch = memory.scratch(kernels.svdBytes(m, n, tall, rows), where);
  const [a, s, u, v] = [addressOf(work), addressOf(values), addressOf(ut), addressOf(vt)];
  for (let i = 0; i < countMatrices(A); i++) {
    const left = wantVectors ? u + i * rows * m * 8 : 0;
    const right = wantVectors ? v + i * n * n * 8 : 0;
    const from = a + i * m * n * 8;
    const converged = kernels.svd(m, n, tall, from, s + i * n * 8, left, rows, right, scratch);
    if (converged === 0) throw new LinAlgError(`${where}: expected convergence, got none`);
  }
  const [left, right] = [castTo(ut, A.dtype), castTo(vt, A.dtype)];
  const S = castTo(values, A.dtype);
  if (!wantVectors) return { U: left, S, Vh: right };
  return wide ? { U: transposed(right), S, Vh: left } : { U: transposed(left), S, Vh: right };
}
