import {
  type AnyAverageOptions,
  type AverageOptions,
  averageScores,
  countForAverage,
  type EachClassOptions,
} from "./averaging";
import type { ClassTargets } from "./label-pairs";
import { precisionOf } from "./precision-recall-fscore-support";

/**
 * Precision TP / (TP + FP): of the rows that were predicted as a class, the share that are of it.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @returns one number, or with the average "none" one for each class, in the order of the sorted classes
 * @throws ShapeError unless both have the same shape; ValueError for missing labels, labels of several
 *   types, and several classes with the average "binary"; ParameterError for an unknown average,
 *   `posLabel` or `zeroDivision`.
 * @roadmap EVA-010
 * @example
 * ```ts
 * precisionScore([0, 1, 1, 0], [0, 1, 1, 1]).toFixed(3); // → 0.667
 * ```
 */
export function precisionScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options?: AverageOptions,
): number;
export function precisionScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: EachClassOptions,
): number[];
export function precisionScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AnyAverageOptions = {},
): number | number[] {
  const counted = countForAverage("precisionScore", [yTrue, yPred], options);
  return averageScores(counted, precisionOf(counted));
}
