import { argsort, type Tensor } from "@gradus/tensor";

/** The k rows of X (n, d) nearest to row (d,) in standardized columns, nearest first. */
export function mostAlike(X: Tensor, row: Tensor, k: number): number[] {
  const [mean, std] = [X.mean(0), X.std(0)];
  const difference = X.sub(mean).div(std).sub(row.sub(mean).div(std));
  const distance = difference.square().sum(1).sqrt();
  return argsort(distance.neg()).slice([0, k]).toArray();
}
