import { svd, type Tensor } from "@gradus/tensor";

/** The sum of the first k layers of A (m, n). */
export function bestRank(A: Tensor, k: number): Tensor {
  const { U, S, Vh } = svd(A);
  const only = [k - 1, k] as const;
  return U.slice(null, only).mul(S.slice(only)).matmul(Vh.slice(only));
}
