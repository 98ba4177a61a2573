import { matmul, svd, tensor } from "@gradus/tensor";

/** The least-squares solution of smallest norm, with what the tables of a regression need. */
export interface LeastSquares {
  readonly params: Float64Array;
  /** (XᵀWX)⁺, row by row. */
  readonly normalizedCov: Float64Array;
  readonly rank: number;
  /** Singular values of √W·X, largest first. */
  readonly singularValues: Float64Array;
  /** The pseudo-inverse of √W·X, row by row: k rows of n. */
  readonly pseudoInverse: Float64Array;
}

/**
 * Minimizes Σ wᵢ(yᵢ − xᵢ·b)² by the singular value decomposition of √W·X.
 *
 * @param X row by row, n·k numbers
 */
export function leastSquares(
  X: Float64Array,
  y: Float64Array,
  weights: Float64Array | undefined,
  k: number,
): LeastSquares {
  const n = y.length;
  const root = weights?.map(Math.sqrt);
  const scaledX = root ? X.map((value, i) => value * root[Math.floor(i / k)]!) : X;
  const scaledY = root ? y.map((value, i) => value * root[i]!) : y;
  const { U, S, Vh } = svd(tensor(scaledX, { shape: [n, k] }));
  const singularValues = S.data().slice() as Float64Array;
  const cut = 1e-15 * singularValues[0]!;
  const inverted = S.data().map((s: number) => (s > cut ? 1 / s : 0)) as Float64Array;
  const pinv = matmul(Vh.transpose().mul(tensor(inverted)), U.transpose());
  const params = matmul(pinv, tensor(scaledY));
  const count = singularValues.length;
  const threshold = singularValues[0]! * count * Number.EPSILON;
  return {
    params: params.data().slice() as Float64Array,
    normalizedCov: matmul(pinv, pinv.transpose()).data().slice() as Float64Array,
    rank: singularValues.filter((s) => s > threshold).length,
    singularValues,
    pseudoInverse: pinv.data().slice() as Float64Array,
  };
}
