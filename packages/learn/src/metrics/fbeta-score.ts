import {
  type AnyAverageOptions,
  type AverageOptions,
  averageScores,
  countForAverage,
  type EachClassOptions,
} from "./averaging";
import type { ClassTargets } from "./label-pairs";
import { type BetaOption, checkBeta, fscoreOf } from "./precision-recall-fscore-support";

/**
 * The F score (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP): the harmonic mean of precision and recall, in which
 * recall counts β times as much.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @param options as for `f1Score`, and `beta`
 * @throws as `f1Score`; ParameterError unless beta >= 0.
 * @roadmap EVA-012
 * @see van Rijsbergen (1979), Information Retrieval, chapter 7.
 * @example
 * ```ts
 * fbetaScore([0, 1, 1, 0], [0, 1, 1, 1], { beta: 0.5 }).toFixed(3); // → 0.714
 * ```
 */
export function fbetaScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AverageOptions & Required<BetaOption>,
): number;
export function fbetaScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: EachClassOptions & Required<BetaOption>,
): number[];
export function fbetaScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AnyAverageOptions & Required<BetaOption>,
): number | number[] {
  const beta = checkBeta("fbetaScore", options.beta);
  const counted = countForAverage("fbetaScore", [yTrue, yPred], options);
  return averageScores(counted, fscoreOf(counted, beta));
}
