import { eigvalsh, type Tensor } from "@gradus/tensor";

/** The learning rate above which gradient descent on the mean squared error of X (n, d) diverges. */
export function largestRate(X: Tensor): number {
  const H = X.transpose().matmul(X).div(X.shape[0]!);
  return 2 / eigvalsh(H).max().item();
}
