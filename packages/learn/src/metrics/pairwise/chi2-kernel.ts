import { checkPositive, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkDensePair, type DensePair } from "./pair";
import { chi2Of, overSpans } from "./row-distances";

/** The options of `chi2Kernel`. */
export interface Chi2KernelOptions {
  /** How fast the kernel falls, γ > 0. Default 1. */
  readonly gamma?: number;
}

/**
 * The additive χ² kernel k(x, y) = −Σⱼ (xⱼ − yⱼ)² / (xⱼ + yⱼ) of every row of X with every row of Y, for
 * histograms. Features that are 0 in both rows count nothing.
 *
 * @param X features >= 0, shape (nSamplesX, nFeatures); sparse ones are filled up
 * @param Y features >= 0, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), never above 0
 * @throws ShapeError unless both have as many features; ValueError for values that are negative or no
 *   finite numbers.
 * @example
 * ```ts
 * additiveChi2Kernel([[1, 3]], [[1, 1]]).toArray(); // → [[-1]]
 * ```
 */
export function additiveChi2Kernel(X: AnyMatrix, Y?: AnyMatrix): Tensor {
  return overSpans(checkCounts("additiveChi2Kernel", X, Y), chi2Of).neg();
}

/**
 * The exponential χ² kernel k(x, y) = exp(−γ Σⱼ (xⱼ − yⱼ)² / (xⱼ + yⱼ)) of every row of X with every row
 * of Y, for histograms.
 *
 * @param X features >= 0, shape (nSamplesX, nFeatures); sparse ones are filled up
 * @param Y features >= 0, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY)
 * @throws ShapeError unless both have as many features; ValueError for values that are negative or no
 *   finite numbers; ParameterError unless `gamma` is a finite number > 0.
 * @see Zhang, Marszałek, Lazebnik and Schmid (2007), International Journal of Computer Vision 73, 213–238.
 * @example
 * ```ts
 * chi2Kernel([[1, 3]], [[1, 1]]).item().toFixed(4); // → 0.3679
 * ```
 */
export function chi2Kernel(
  X: AnyMatrix,
  Y?: AnyMatrix,
  { gamma = 1 }: Chi2KernelOptions = {},
): Tensor {
  checkPositive("chi2Kernel", "gamma", gamma);
  return overSpans(checkCounts("chi2Kernel", X, Y), chi2Of)
    .mul(-gamma)
    .exp();
}

function checkCounts(where: string, X: AnyMatrix, Y: AnyMatrix | undefined): DensePair {
  const pair = checkDensePair(where, X, Y);
  for (const [name, given] of [["X", pair.X] as const, ["Y", pair.Y] as const]) {
    const least = given.min().item();
    if (least < 0) throw new ValueError(`${where}: expected ${name} >= 0, got ${least}`);
  }
  return pair;
}
