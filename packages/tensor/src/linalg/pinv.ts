import { checkNonNegative } from "@gradus/core";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { where } from "../ops/where";
import type { Tensor } from "../tensor";
import { floatingMatrices, matrixShape, transposed } from "./batches";
import { matmul } from "./matmul";
import { svd, svdvals } from "./svd";

/** Which singular values count as 0. */
export interface RankOptions {
  /** Those up to rcond times the largest. Default: machine epsilon of the dtype times max(m, n). */
  readonly rcond?: number;
}

/**
 * The Moore–Penrose pseudo-inverse A⁺ of a matrix, or of several along leading axes, by singular values: for
 * independent columns (AᵀA)⁻¹Aᵀ, and in general the matrix for which A⁺b is the least-squares solution of
 * smallest norm. Differentiable where the rank does not change.
 *
 * @param A shape (…, m, n)
 * @returns shape (…, n, m)
 * @throws ShapeError below two axes; LinAlgError for NaN or infinite numbers; ParameterError if rcond is negative.
 * @example
 * ```ts
 * pinv(tensor([[2, 0], [0, 0]])).toArray(); // [[0.5, 0], [0, 0]]
 * ```
 */
export function pinv(A: Tensor, { rcond }: RankOptions = {}): Tensor {
  const a = floatingMatrices("pinv", A);
  const cut = relativeCut("pinv", a, rcond);
  if (a.size === 0) return transposed(a).mul(0);
  const P = privately(() => {
    const { U, S, Vh } = svd(a.detach());
    const inverted = invert(S, cut);
    return matmul(transposed(Vh).mul(inverted.unsqueeze(-2)), transposed(U));
  });
  if (!needsGrad(a)) return P;
  return record(P, "pinv", [a], (g) => [pinvGradient(a, P, g)]);
}

/**
 * The rank of a matrix, or of several along leading axes: how many singular values exceed the cut, as NumPy
 * counts them.
 *
 * @param A shape (…, m, n)
 * @returns int32, shape (…)
 * @throws ShapeError below two axes; LinAlgError for NaN or infinite numbers; ParameterError if rcond is negative.
 * @example
 * ```ts
 * matrixRank(tensor([[1, 2], [2, 4]])).item(); // 1
 * ```
 */
export function matrixRank(A: Tensor, { rcond }: RankOptions = {}): Tensor {
  const a = floatingMatrices("matrixRank", A.detach());
  const cut = relativeCut("matrixRank", a, rcond);
  const S = svdvals(a);
  if (S.shape[S.ndim - 1] === 0) return S.sum(-1).astype("int32");
  return S.greater(S.max(-1, { keepDims: true }).mul(cut))
    .astype("int32")
    .sum(-1);
}

function relativeCut(where: string, A: Tensor, rcond: number | undefined): number {
  if (rcond !== undefined) return checkNonNegative(where, "rcond", rcond);
  return (A.dtype === "float32" ? 2 ** -23 : Number.EPSILON) * Math.max(...matrixShape(A));
}

/** 1/s, and 0 for those that count as 0. */
function invert(S: Tensor, cut: number): Tensor {
  const used = S.greater(S.max(-1, { keepDims: true }).mul(cut));
  return where(used, where(used, S, 1).reciprocal(), 0);
}

/**
 * dL/dA for P = A⁺: −PᵀGPᵀ within the space of A, and PᵀPGᵀ and GᵀPPᵀ outside of it.
 * @see Golub and Pereyra (1973), SIAM J. Numer. Anal. 10(2), 413–432.
 */
export function pinvGradient(A: Tensor, P: Tensor, g: Tensor): Tensor {
  const [Pt, Gt] = [transposed(P), transposed(g)];
  const within = matmul(matmul(Pt, g), Pt);
  // (I − A·P)·Gᵀ·P·Pᵀ
  const right = matmul(matmul(Gt, P), Pt);
  const outsideColumns = right.sub(matmul(A, matmul(P, right)));
  // Pᵀ·P·Gᵀ·(I − P·A)
  const left = matmul(Pt, matmul(P, Gt));
  const outsideRows = left.sub(matmul(matmul(left, P), A));
  return outsideColumns.add(outsideRows).sub(within);
}
