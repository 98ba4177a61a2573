import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkDensePair } from "./pair";
import { manhattanOf, overSpans } from "./row-distances";

/**
 * The Manhattan distance Σⱼ |xⱼ − yⱼ| of every row of X from every row of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures); sparse ones are filled up
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), in the units of the features
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers.
 * @example
 * ```ts
 * manhattanDistances([[0, 0]], [[3, 4], [0, 1]]).toArray(); // → [[7, 1]]
 * ```
 */
export function manhattanDistances(X: AnyMatrix, Y?: AnyMatrix): Tensor {
  return overSpans(checkDensePair("manhattanDistances", X, Y), manhattanOf);
}
