import { checkFinite, checkPositive } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkGamma, checkPair, rowProducts } from "./pair";

/** The options of `polynomialKernel`. */
export interface PolynomialKernelOptions {
  /** The degree d > 0. Default 3. */
  readonly degree?: number;
  /** The factor γ > 0 of the dot product. Default 1 / nFeatures. */
  readonly gamma?: number | undefined;
  /** What is added to it, c. Default 1. */
  readonly coef0?: number;
}

/**
 * The polynomial kernel k(x, y) = (γ xᵀy + c)^d of every row of X with every row of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), dense
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError for options that cannot be.
 * @example
 * ```ts
 * polynomialKernel([[1, 2]], [[3, 4]], { degree: 2, gamma: 1 }).toArray(); // → [[144]]
 * ```
 */
export function polynomialKernel(
  X: AnyMatrix,
  Y?: AnyMatrix,
  { degree = 3, gamma, coef0 = 1 }: PolynomialKernelOptions = {},
): Tensor {
  const where = "polynomialKernel";
  checkPositive(where, "degree", degree);
  checkFinite(where, "coef0", coef0);
  const pair = checkPair(where, X, Y);
  return rowProducts(pair)
    .mul(checkGamma(where, gamma, pair))
    .add(coef0)
    .pow(degree);
}
