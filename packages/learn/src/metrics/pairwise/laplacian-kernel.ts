import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkDensePair, checkGamma } from "./pair";
import type { GammaOptions } from "./rbf-kernel";
import { manhattanOf, overSpans } from "./row-distances";

/**
 * The Laplacian kernel k(x, y) = exp(−γ Σⱼ |xⱼ − yⱼ|) of every row of X with every row of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures); sparse ones are filled up
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY)
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError unless `gamma` is a finite number > 0.
 * @example
 * ```ts
 * laplacianKernel([[1, 2]], [[1, 2]]).toArray(); // → [[1]]
 * ```
 */
export function laplacianKernel(X: AnyMatrix, Y?: AnyMatrix, { gamma }: GammaOptions = {}): Tensor {
  const pair = checkDensePair("laplacianKernel", X, Y);
  return overSpans(pair, manhattanOf)
    .mul(-checkGamma("laplacianKernel", gamma, pair))
    .exp();
}
