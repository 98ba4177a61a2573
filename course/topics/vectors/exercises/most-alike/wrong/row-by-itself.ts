import { argsort, type Tensor } from "@gradus/tensor";

/** The k rows of X (n, d) nearest to row (d,) in standardized columns, nearest first. */
export function mostAlike(X: Tensor, row: Tensor, k: number): number[] {
  const standardized = X.sub(X.mean(0)).div(X.std(0));
  const difference = standardized.sub(row.sub(row.mean()).div(row.std()));
  const distance = difference.square().sum(1).sqrt();
  return argsort(distance).slice([0, k]).toArray();
}
