import { checkFinite } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkGamma, checkPair, rowProducts } from "./pair";

/** The options of `sigmoidKernel`. */
export interface SigmoidKernelOptions {
  /** The factor γ > 0 of the dot product. Default 1 / nFeatures. */
  readonly gamma?: number | undefined;
  /** What is added to it, c. Default 1. */
  readonly coef0?: number;
}

/**
 * The sigmoid kernel k(x, y) = tanh(γ xᵀy + c) of every row of X with every row of Y. It is not positive
 * definite for every γ and c.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), dense
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError for options that cannot be.
 * @example
 * ```ts
 * sigmoidKernel([[1, 2]], [[-2, 1]], { coef0: 0 }).toArray(); // → [[0]]
 * ```
 */
export function sigmoidKernel(
  X: AnyMatrix,
  Y?: AnyMatrix,
  { gamma, coef0 = 1 }: SigmoidKernelOptions = {},
): Tensor {
  const where = "sigmoidKernel";
  checkFinite(where, "coef0", coef0);
  const pair = checkPair(where, X, Y);
  return rowProducts(pair)
    .mul(checkGamma(where, gamma, pair))
    .add(coef0)
    .tanh();
}
