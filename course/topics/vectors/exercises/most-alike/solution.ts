import { argsort, type Tensor } from "@gradus/tensor";

/** The k rows of X (n, d) nearest to row (d,) in standardized columns, nearest first. */
export function mostAlike(X: Tensor, row: Tensor, k: number): number[] {
  const [mean, std] = [X.mean(0), X.std(0)];
  const difference = X.sub(mean).div(std).sub(row.sub(mean).div(std));
  const squared = difference.square().sum(1); // in the same order as the distances themselves
  return argsort(squared).slice([0, k]).toArray();
}
