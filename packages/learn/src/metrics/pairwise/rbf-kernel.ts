import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { squaredDistances } from "./euclidean-distances";
import { checkGamma, checkPair } from "./pair";

/** The options of `rbfKernel`, `laplacianKernel`. */
export interface GammaOptions {
  /** How fast the kernel falls with the distance, γ > 0. Default 1 / nFeatures. */
  readonly gamma?: number | undefined;
}

/**
 * The radial-basis-function or Gaussian kernel k(x, y) = exp(−γ‖x − y‖²) of every row of X with every row
 * of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), dense
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError unless `gamma` is a finite number > 0.
 * @example
 * ```ts
 * rbfKernel([[0], [1]], [[0]], { gamma: Math.LN2 }).data().map((k) => Math.round(k * 1e9) / 1e9); // → Float64Array [1, 0.5]
 * ```
 */
export function rbfKernel(X: AnyMatrix, Y?: AnyMatrix, { gamma }: GammaOptions = {}): Tensor {
  const pair = checkPair("rbfKernel", X, Y);
  return squaredDistances(pair)
    .mul(-checkGamma("rbfKernel", gamma, pair))
    .exp();
}
