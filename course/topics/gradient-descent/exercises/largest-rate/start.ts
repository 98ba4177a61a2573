import { eigvalsh, type Tensor } from "@gradus/tensor";

/** The learning rate above which gradient descent on the mean squared error of X (n, d) diverges. */
export function largestRate(X: Tensor): number {
  // 1. The matrix of second derivatives, of shape (d, d).
  // 2. Its eigenvalues are the curvatures. Which of them sets the edge, and how?
  return eigvalsh(X.transpose().matmul(X)).size;
}
