import {
  type AnyAverageOptions,
  type AverageOptions,
  averageScores,
  countForAverage,
  type EachClassOptions,
} from "./averaging";
import type { ClassTargets } from "./label-pairs";
import { fscoreOf } from "./precision-recall-fscore-support";

/**
 * The F1 score 2·TP / (2·TP + FP + FN): the harmonic mean of precision and recall.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @returns one number, or with the average "none" one for each class, in the order of the sorted classes
 * @throws ShapeError unless both have the same shape; ValueError for missing labels, labels of several
 *   types, and several classes with the average "binary"; ParameterError for an unknown average,
 *   `posLabel` or `zeroDivision`.
 * @roadmap EVA-012
 * @example
 * ```ts
 * f1Score([0, 1, 1, 0], [0, 1, 1, 1]); // → 0.8
 * ```
 */
export function f1Score(yTrue: ClassTargets, yPred: ClassTargets, options?: AverageOptions): number;
export function f1Score(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: EachClassOptions,
): number[];
export function f1Score(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AnyAverageOptions = {},
): number | number[] {
  const counted = countForAverage("f1Score", [yTrue, yPred], options);
  return averageScores(counted, fscoreOf(counted, 1));
}
