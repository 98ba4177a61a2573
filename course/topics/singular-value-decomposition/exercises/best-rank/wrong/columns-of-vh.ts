import { svd, type Tensor } from "@gradus/tensor";

/** The sum of the first k layers of A (m, n). */
export function bestRank(A: Tensor, k: number): Tensor {
  const { U, S, Vh } = svd(A);
  const columns = U.slice(null, [0, k]).mul(S.slice([0, k]));
  return columns.matmul(Vh.slice(null, [0, k]).transpose());
}
