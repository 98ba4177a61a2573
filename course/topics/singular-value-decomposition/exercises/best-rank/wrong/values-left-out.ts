import { svd, type Tensor } from "@gradus/tensor";

/** The sum of the first k layers of A (m, n). */
export function bestRank(A: Tensor, k: number): Tensor {
  const { U, Vh } = svd(A);
  return U.slice(null, [0, k]).matmul(Vh.slice([0, k]));
}
