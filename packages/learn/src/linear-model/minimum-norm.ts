import { concatenate, matmul, qr, svd, type Tensor, where } from "@gradus/tensor";

/** How small singular values are treated. */
export interface SpectralOptions {
  /** The ridge penalty: each inverse 1/σ becomes σ/(σ² + α). */
  readonly alpha: number;
  /** Singular values up to this share of the largest are taken as 0. */
  readonly tol: number;
}

/**
 * The W of least length that minimizes ‖Y − XW‖² + α‖W‖², by Householder's QR of the longer way of X
 * and the singular values of the small triangle: as accurate as the problem allows, and several times
 * slower than the normal equations.
 *
 * @param X shape (n, p), float64
 * @param Y shape (n, k), float64
 * @returns shape (p, k)
 * @see Golub and Van Loan (2013), Matrix Computations, sections 5.2, 5.5 and 8.6.3.
 */
export function minimumNorm(X: Tensor, Y: Tensor, options: SpectralOptions): Tensor {
  const [n, p] = X.shape as [number, number];
  // Without a penalty, what is left of a dependent direction after rounding must not be divided by.
  const rounding = options.alpha === 0 ? Number.EPSILON * Math.max(n, p) : 0;
  const spectral = { ...options, tol: Math.max(options.tol, rounding) };
  if (n >= p) {
    const { R, QtY } = reduceRows(X, Y);
    return solveSpectral(R, QtY, spectral);
  }
  // X = RᵀQᵀ from the QR of Xᵀ: solve with the small Rᵀ, then turn the result by Q.
  const { Q, R } = qr(X.transpose());
  return matmul(Q, solveSpectral(R.transpose(), Y, spectral));
}

/** So many rows of X and Y stay in a processor's cache while they are reduced. */
const CHUNK = 2048;

/**
 * R and QᵀY of X = QR, from the triangle of (X Y): some rows at a time, then the triangles of those together, so that
 * Q is never formed and long columns are not walked through again and again.
 * @see Demmel et al. (2012), SIAM J. Sci. Comput. 34(1), A206–A239.
 */
function reduceRows(X: Tensor, Y: Tensor): { readonly R: Tensor; readonly QtY: Tensor } {
  const [n, p] = X.shape as [number, number];
  const step = Math.max(CHUNK, 2 * (p + Y.shape[1]!));
  const triangles: Tensor[] = [];
  for (let from = 0; from < n; from += step) {
    const rows = [from, from + step] as const;
    triangles.push(qr(concatenate([X.slice(rows), Y.slice(rows)], 1), { mode: "r" }).R);
  }
  const all = triangles.length === 1 ? triangles[0]! : qr(concatenate(triangles), { mode: "r" }).R;
  return { R: all.slice([0, p], [0, p]), QtY: all.slice([0, p], [p]) };
}

/** V·diag(σ/(σ² + α))·UᵀY for the small square M = U·diag(σ)·Vᵀ. */
function solveSpectral(M: Tensor, Y: Tensor, { alpha, tol }: SpectralOptions): Tensor {
  const { U, S, Vh } = svd(M);
  const cut = Math.max(tol * (S.size === 0 ? 0 : S.max().item()), SMALLEST);
  const used = S.greater(cut);
  const sigma = where(used, S, 1);
  // 1/(σ + α/σ), since σ² may be 0 by underflow.
  const factors = where(used, sigma.add(sigma.reciprocal().mul(alpha)).reciprocal(), 0);
  return matmul(Vh.transpose(), matmul(U.transpose(), Y).mul(factors.unsqueeze(1)));
}

/** A smaller one has lost its digits. */
const SMALLEST = Number.MIN_VALUE / Number.EPSILON;
