import { svd, type Tensor } from "@gradus/tensor";

/** The sum of the first k layers of A (m, n). */
export function bestRank(A: Tensor, k: number): Tensor {
  const { U, S, Vh } = svd(A);
  // Keep the first k columns of U, values, and rows of Vh.
  return U.mul(S).matmul(Vh);
}
