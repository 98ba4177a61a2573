import { concatenate, solve, type Tensor } from "@gradus/tensor";

/** The intercept and the coefficients of the least-squares fit, shape (1 + nFeatures,). */
export function fit(X: Tensor, y: Tensor): Tensor {
  const centred = X.sub(X.mean(0));
  const coef = solve(centred.transpose().matmul(centred), centred.transpose().matmul(y));
  return concatenate([y.mean().reshape([1]), coef], 0);
}
