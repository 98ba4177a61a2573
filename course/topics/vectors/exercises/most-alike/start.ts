import { argsort, type Tensor } from "@gradus/tensor";

/** The k rows of X (n, d) nearest to row (d,) in standardized columns, nearest first. */
export function mostAlike(X: Tensor, row: Tensor, k: number): number[] {
  // 1. Standardize the columns of X, and row by the same numbers.
  // 2. The distance of every row of X.
  // 3. The k smallest.
  const distance = X.sub(row).sum(1);
  return argsort(distance).slice([0, k]).toArray();
}
