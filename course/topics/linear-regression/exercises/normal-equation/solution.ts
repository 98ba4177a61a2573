import { concatenate, ones, solve, type Tensor } from "@gradus/tensor";

/** The intercept and the coefficients of the least-squares fit, shape (1 + nFeatures,). */
export function fit(X: Tensor, y: Tensor): Tensor {
  const A = concatenate([ones([X.shape[0]!, 1]), X], 1); // (nSamples, 1 + nFeatures)
  return solve(A.transpose().matmul(A), A.transpose().matmul(y));
}
