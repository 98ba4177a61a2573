import { eigh, svd, type Tensor, tensor } from "@gradus/tensor";

/** The singular values and right singular vectors of a matrix. */
export interface PrincipalAxes {
  /** From the largest to the least, shape (nFeatures,), or fewer where there are fewer rows. */
  readonly values: Float64Array;
  /** A row for each value, shape (nValues, nFeatures). */
  readonly axes: Tensor;
}

/**
 * The singular values and axes of A·diag(1/scale)/√divisor.
 *
 * By the eigenvectors of AᵀA, which takes one pass over the rows, where that is accurate: no value between 10⁻³ of the
 * largest and a tenth of `tol`, below which values are dropped anyway. Otherwise by the singular value decomposition.
 */
export function principalAxes(
  A: Tensor,
  gram: Tensor,
  scale: Tensor,
  { divisor, tol }: { readonly divisor: number; readonly tol: number },
): PrincipalAxes {
  const [n, nFeatures] = A.shape as [number, number];
  if (n >= nFeatures) {
    const { values, vectors } = eigh(
      gram
        .div(scale)
        .div(scale.reshape([nFeatures, 1]))
        .div(divisor),
    );
    const roots = Float64Array.from(values.data(), (value) =>
      Math.sqrt(Math.max(0, value)),
    ).reverse();
    const isClear = roots.every((root) => root > 1e-3 * roots[0]! || root < tol / 10);
    if (isClear) return { values: roots, axes: vectors.transpose().flip(0) };
  }
  const { S, Vh } = svd(A.div(scale).div(Math.sqrt(divisor)));
  return { values: S.data() as Float64Array, axes: Vh };
}

/** AᵀA. */
export function gramOf(A: Tensor): Tensor {
  return A.transpose().matmul(A);
}

/** How far features spread: the roots of a Gram matrix' diagonal over a divisor, and 1 where a feature does not vary. */
export function spreads(gram: Tensor, divisor: number, sizes?: ArrayLike<number>): Tensor {
  const values = gram.data();
  const n = gram.shape[0]!;
  const spread = Float64Array.from({ length: n }, (_, j) => {
    const root = Math.sqrt(values[j * n + j]! / divisor);
    // What is left of a constant after its mean is rounding.
    return root <= 1e-14 * Math.abs(sizes?.[j] ?? 0) || root === 0 ? 1 : root;
  });
  return tensor(spread);
}
