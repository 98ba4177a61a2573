import {
  type AnyAverageOptions,
  type AverageOptions,
  averageScores,
  countForAverage,
  divide,
  type EachClassOptions,
} from "./averaging";
import type { ClassTargets } from "./label-pairs";

/**
 * Jaccard's index TP / (TP + FP + FN): what is true and predicted, as a share of what is either.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @returns one number, or with the average "none" one for each class
 * @throws as `precisionScore`
 * @see Jaccard (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37–50.
 * @example
 * ```ts
 * jaccardScore([0, 1, 1, 0], [0, 1, 0, 1]).toFixed(3); // → 0.333
 * ```
 */
export function jaccardScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options?: AverageOptions,
): number;
export function jaccardScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: EachClassOptions,
): number[];
export function jaccardScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AnyAverageOptions = {},
): number | number[] {
  const counted = countForAverage("jaccardScore", [yTrue, yPred], options);
  const { truePositives, predicted, actual } = counted.counts;
  const either = actual.map((count, k) => count + predicted[k]! - truePositives[k]!);
  const scores = divide(counted, [truePositives, either], "true or predicted rows of each class");
  return averageScores(counted, scores);
}
