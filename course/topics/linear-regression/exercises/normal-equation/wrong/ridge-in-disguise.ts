import { concatenate, eye, ones, solve, type Tensor } from "@gradus/tensor";

/** The intercept and the coefficients of the least-squares fit, shape (1 + nFeatures,). */
export function fit(X: Tensor, y: Tensor): Tensor {
  const A = concatenate([ones([X.shape[0]!, 1]), X], 1);
  const gram = A.transpose().matmul(A);
  return solve(gram.add(eye(A.shape[1]!)), A.transpose().matmul(y));
}
