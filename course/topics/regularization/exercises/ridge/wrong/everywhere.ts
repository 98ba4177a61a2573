import { solve, type Tensor } from "@gradus/tensor";

/** The weights of ridge regression with an intercept that is not penalized; shape (nFeatures,). */
export function ridgeWeights(X: Tensor, y: Tensor, alpha: number): Tensor {
  const Xc = X.sub(X.mean(0));
  const gram = Xc.transpose().matmul(Xc).add(alpha);
  return solve(gram, Xc.transpose().matmul(y.sub(y.mean())));
}
