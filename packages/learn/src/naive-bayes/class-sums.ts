import { indexAdd, type Tensor, zeros } from "@gradus/tensor";

/** The weight of each class's rows, float64, shape (nClasses,). */
export function weightOfClasses(
  codes: Int32Array,
  nClasses: number,
  weights: Tensor | undefined,
): Tensor {
  return indexAdd(zeros(nClasses), 0, codes, weights ?? 1);
}

/** Adds each row, times its weight, to the sum of its class: `sums` has as many numbers a class as a row has. */
export function addToClasses(
  sums: Float64Array,
  rows: Tensor,
  codes: Int32Array,
  weights: Tensor | undefined,
): void {
  const width = rows.shape[1]!;
  const weighted = weights ? rows.mul(weights.unsqueeze(1)) : rows;
  const none = zeros([sums.length / width, width], { dtype: weighted.dtype });
  const added = indexAdd(none, 0, codes, weighted).data();
  for (let at = 0; at < sums.length; at++) sums[at]! += added[at]!;
}
