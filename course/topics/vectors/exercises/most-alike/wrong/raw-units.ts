import { argsort, type Tensor } from "@gradus/tensor";

/** The k rows of X (n, d) nearest to row (d,) in standardized columns, nearest first. */
export function mostAlike(X: Tensor, row: Tensor, k: number): number[] {
  const distance = X.sub(row).square().sum(1).sqrt();
  return argsort(distance).slice([0, k]).toArray();
}
