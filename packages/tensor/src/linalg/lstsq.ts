import { checkNonNegative } from "@gradus/core";
import { needsGrad, noGrad, record } from "../autograd/tape";
import { type DType, promoteTypes } from "../dtype";
import { filledTensor } from "../factory";
import { astype, castTo } from "../ops/convert";
import { concatenate } from "../ops/join";
import { take } from "../ops/take";
import type { Tensor } from "../tensor";
import { checkAllFinite, floatingMatrix, rightHandSide } from "./checks";
import { matmul } from "./matmul";
import { pinv, pinvGradient } from "./pinv";
import { applyQ, factorQr, type Reflectors } from "./qr";
import { upperTriangle } from "./triangle";
import { triangularSolve } from "./triangular-solve";

/** When {@link lstsq} takes a column for a combination of the others. */
export interface LstsqOptions {
  /**
   * Diagonal entries of R below rcond · |R₀₀| count as 0, which settles the rank.
   * Default: machine epsilon of the dtype times max(m, n).
   */
  readonly rcond?: number;
}

/** What {@link lstsq} found. */
export interface LstsqResult {
  /** X of smallest norm among those that minimize ‖A·X − B‖, in the shape of B with n rows. */
  readonly solution: Tensor;
  /** The numerical rank of A. */
  readonly rank: number;
}

/**
 * Least squares for a matrix of any shape and rank: the X of smallest norm that minimizes ‖A·X − B‖², column
 * by column. Complete orthogonal decomposition in float64: QR with column pivoting, and, where the rank is
 * below n, a second QR from the right. The solution is differentiable where the rank does not change.
 *
 * @param A shape (m, n)
 * @param B shape (m,) or (m, k)
 * @throws ShapeError if the shapes do not fit; ValueError for NaN or infinite numbers; ParameterError if
 * rcond is negative.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.5.
 * @example
 * ```ts
 * const A = tensor([[1, 0], [1, 1], [1, 2]]);
 * lstsq(A, tensor([1, 3, 5])).solution; // [1, 2]: the line 1 + 2x
 * ```
 */
export function lstsq(A: Tensor, B: Tensor, { rcond }: LstsqOptions = {}): LstsqResult {
  const a = floatingMatrix("lstsq", A);
  const right = rightHandSide("lstsq", a.shape[0]!, B);
  checkAllFinite("lstsq", "A", a);
  checkAllFinite("lstsq", "B", right.B);
  if (rcond !== undefined) checkNonNegative("lstsq", "rcond", rcond);
  const dtype = promoteTypes(a.dtype, right.B.dtype);
  const cut = rcond ?? epsilon(dtype) * Math.max(a.shape[0]!, a.shape[1]!);
  const { X, rank } = noGrad(() => minimize(a, castTo(right.B, "float64"), cut));
  const solution = right.restore(castTo(X, dtype));
  const [recordA, recordB] = [needsGrad(a), needsGrad(right.B)];
  if (!recordA && !recordB) return { solution, rank };
  const inputs = [...(recordA ? [a] : []), ...(recordB ? [right.B] : [])];
  record(solution, "lstsq", inputs, (g) => {
    // X = A⁺·B.
    const P = pinv(a, { rcond: cut });
    const G = right.B.ndim === solution.ndim ? g : g.unsqueeze(1);
    const gradients: Tensor[] = [];
    if (recordA) {
      gradients.push(astype(pinvGradient(a, P, matmul(G, right.B.transpose())), a.dtype));
    }
    if (recordB) gradients.push(astype(matmul(P.transpose(), G), right.B.dtype));
    return gradients;
  });
  return { solution, rank };
}

function minimize(A: Tensor, B: Tensor, cut: number): { X: Tensor; rank: number } {
  const first = factorQr(A, { pivoting: true });
  const { n, columns, order } = first;
  const rank = numericalRank(first, cut);
  const k = B.shape[1]!;
  const projected = applyQ(first, B.transpose(), { transposed: true }); // QᵀB by columns: (k, m)
  const c = projected.slice(null, [0, rank]).transpose(); // (rank, k)
  const R = columns.transpose().slice([0, rank]); // (rank, n), reflectors below its diagonal
  const permuted =
    rank === n
      ? triangularSolve(R, c, { lower: false })
      : smallest(R, c, filledTensor("lstsq", [k, n - rank], "float64", 0));
  const inverse = new Int32Array(n);
  order.forEach((from, j) => {
    inverse[from] = j;
  });
  return { X: take(permuted, inverse), rank };
}

/** The solution of smallest norm of [R₁₁ R₁₂]·x = c: with [R₁₁ R₁₂]ᵀ = Z·T it is Z·(T⁻ᵀc, 0). */
function smallest(R: Tensor, c: Tensor, padding: Tensor): Tensor {
  const rank = R.shape[0]!;
  const second = factorQr(upperTriangle(R).transpose(), { pivoting: false });
  const T = second.columns.transpose().slice([0, rank]); // (rank, rank)
  const w = triangularSolve(T, c, { lower: false, transpose: true }); // (rank, k)
  const padded = concatenate([w.transpose(), padding], 1); // (k, n)
  return applyQ(second, padded, { transposed: false, steps: rank }).transpose();
}

function numericalRank({ m, n, columns }: Reflectors, cut: number): number {
  const diagonal = columns.data().filter((_, i) => i % (m + 1) === 0);
  const steps = Math.min(m, n);
  const threshold = cut * Math.abs(diagonal[0] ?? 0);
  let rank = 0;
  while (rank < steps && Math.abs(diagonal[rank]!) > threshold) rank += 1;
  return rank;
}

function epsilon(dtype: DType): number {
  return dtype === "float32" ? 2 ** -23 : Number.EPSILON;
}
