import { eye, solve, type Tensor } from "@gradus/tensor";

/** The weights of ridge regression with an intercept that is not penalized; shape (nFeatures,). */
export function ridgeWeights(X: Tensor, y: Tensor, alpha: number): Tensor {
  const gram = X.transpose().matmul(X).add(eye(X.shape[1]!).mul(alpha));
  return solve(gram, X.transpose().matmul(y));
}
