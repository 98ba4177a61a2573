import { svd, type Tensor } from "@gradus/tensor";

/** The sum of the first k layers of A (m, n). */
export function bestRank(A: Tensor, k: number): Tensor {
  const { U, S, Vh } = svd(A);
  const last = [S.size - k, S.size] as const;
  return U.slice(null, last).mul(S.slice(last)).matmul(Vh.slice(last));
}
