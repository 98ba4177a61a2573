import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import {
  checkMetric,
  checkP,
  type DistanceMetric,
  distancesOf,
  plainMetric,
} from "./distance-metric";
import { checkDensePair } from "./pair";

/** The options of `pairwiseDistances`. */
export interface PairwiseDistancesOptions {
  /** How far two rows are from each other. Default "euclidean". */
  readonly metric?: DistanceMetric;
  /** The power of "minkowski", above 0. Default 2. */
  readonly p?: number;
}

/**
 * The distance of every row of X from every row of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures); sparse ones are filled up
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY)
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError for options that cannot be.
 * @example
 * ```ts
 * pairwiseDistances([[0, 0]], [[3, 4]], { metric: "chebyshev" }).toArray(); // → [[4]]
 * ```
 */
export function pairwiseDistances(
  X: AnyMatrix,
  Y?: AnyMatrix,
  { metric = "euclidean", p = 2 }: PairwiseDistancesOptions = {},
): Tensor {
  const where = "pairwiseDistances";
  const plain = plainMetric(checkMetric(where, metric), checkP(where, p));
  return distancesOf(checkDensePair(where, X, Y), plain);
}
