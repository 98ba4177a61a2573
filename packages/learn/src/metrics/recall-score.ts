import {
  type AnyAverageOptions,
  type AverageOptions,
  averageScores,
  countForAverage,
  type EachClassOptions,
} from "./averaging";
import type { ClassTargets } from "./label-pairs";
import { recallOf } from "./precision-recall-fscore-support";

/**
 * Recall TP / (TP + FN): of the rows of a class, the share that were predicted as it.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @returns one number, or with the average "none" one for each class, in the order of the sorted classes
 * @throws ShapeError unless both have the same shape; ValueError for missing labels, labels of several
 *   types, and several classes with the average "binary"; ParameterError for an unknown average,
 *   `posLabel` or `zeroDivision`.
 * @roadmap EVA-011
 * @example
 * ```ts
 * recallScore([0, 1, 1, 1], [0, 1, 0, 1]).toFixed(3); // → 0.667
 * ```
 */
export function recallScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options?: AverageOptions,
): number;
export function recallScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: EachClassOptions,
): number[];
export function recallScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AnyAverageOptions = {},
): number | number[] {
  const counted = countForAverage("recallScore", [yTrue, yPred], options);
  return averageScores(counted, recallOf(counted));
}
