import { solve, type Tensor } from "@gradus/tensor";

/** The intercept and the coefficients of the least-squares fit, shape (1 + nFeatures,). */
export function fit(X: Tensor, y: Tensor): Tensor {
  return solve(X.transpose().matmul(X), X.transpose().matmul(y));
}
