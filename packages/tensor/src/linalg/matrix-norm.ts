import { describeValue, ParameterError } from "@gradus/core";
import type { Tensor } from "../tensor";
import { floatingMatrices } from "./batches";
import { norm } from "./norm";
import { inverse } from "./solve";
import { svdvals } from "./svd";

/** Which norm of a matrix. */
export type MatrixNormOrder = "fro" | "nuc" | number;

/** Which norm, and the shape of the result. */
export interface MatrixNormOptions {
  /** Default "fro". */
  readonly ord?: MatrixNormOrder;
  /** Keep the last two axes with length 1. Default false. */
  readonly keepDims?: boolean;
}

/**
 * The norm of a matrix, or of several along leading axes: "fro" √Σaᵢⱼ², "nuc" the sum of the singular values,
 * 2 and −2 the largest and smallest of them, 1 and −1 the largest and smallest sum of sizes of a column, ±Infinity
 * of a row. NumPy's `linalg.norm` of a matrix. Differentiable.
 *
 * @param A shape (…, m, n)
 * @returns shape (…)
 * @throws ShapeError below two axes, or for the largest of nothing; ParameterError for another `ord`.
 * @example
 * ```ts
 * matrixNorm(tensor([[1, -2], [3, 4]]), { ord: 1 }).item(); // 6
 * ```
 */
export function matrixNorm(
  A: Tensor,
  { ord = "fro", keepDims = false }: MatrixNormOptions = {},
): Tensor {
  const a = floatingMatrices("matrixNorm", A);
  const value = reduce(a, ord);
  return keepDims ? value.unsqueeze(-1).unsqueeze(-1) : value;
}

function reduce(A: Tensor, ord: MatrixNormOrder): Tensor {
  if (ord === "fro") return norm(A, [-2, -1]);
  if (ord === "nuc") return svdvals(A).sum(-1);
  if (ord === 2) return svdvals(A).max(-1);
  if (ord === -2) return svdvals(A).min(-1);
  if (Math.abs(ord as number) !== 1 && Math.abs(ord as number) !== Infinity) {
    throw new ParameterError(
      `matrixNorm: ord must be "fro", "nuc", 1, -1, 2, -2, Infinity or -Infinity, got ${describeValue(ord)}`,
    );
  }
  const sums = A.abs().sum(Math.abs(ord as number) === 1 ? -2 : -1);
  return (ord as number) > 0 ? sums.max(-1) : sums.min(-1);
}

/** Which norm measures the condition. */
export interface CondOptions {
  /** Default 2: the ratio of the largest and the smallest singular value. */
  readonly ord?: MatrixNormOrder;
}

/**
 * The condition number of a matrix, or of several along leading axes: by how much solving A·x = b can enlarge a
 * relative error of b. ‖A‖·‖A⁻¹‖, and for 2 and −2 a ratio of singular values, also of a matrix that is not
 * square. A singular matrix has ∞. Differentiable.
 *
 * @param A shape (…, m, n); square unless ord is 2 or −2
 * @returns shape (…)
 * @throws ShapeError if the shape does not fit; ParameterError for another `ord`; LinAlgError for a norm
 * by the inverse of a singular matrix.
 * @example
 * ```ts
 * cond(tensor([[2, 0], [0, 0.5]])).item(); // 4
 * ```
 */
export function cond(A: Tensor, { ord = 2 }: CondOptions = {}): Tensor {
  const a = floatingMatrices("cond", A);
  if (ord === 2 || ord === -2) {
    const S = svdvals(a);
    return ord === 2 ? S.max(-1).div(S.min(-1)) : S.min(-1).div(S.max(-1));
  }
  return matrixNorm(a, { ord }).mul(matrixNorm(inverse(a), { ord }));
}
