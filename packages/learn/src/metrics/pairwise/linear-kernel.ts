import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkPair, rowProducts } from "./pair";

/**
 * The linear kernel k(x, y) = xᵀy of every row of X with every row of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), dense
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers.
 * @example
 * ```ts
 * linearKernel([[1, 2]], [[3, 4], [0, 1]]).toArray(); // → [[11, 2]]
 * ```
 */
export function linearKernel(X: AnyMatrix, Y?: AnyMatrix): Tensor {
  return rowProducts(checkPair("linearKernel", X, Y));
}
