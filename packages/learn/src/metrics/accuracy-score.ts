import type { Weights } from "../base/inputs";
import { type ClassTargets, checkPairs, type LabelPairs } from "./label-pairs";

/** What metrics of whole rows can be told. */
export interface RowOptions {
  /** The share of the rows (true, the default), or their number or weight. */
  readonly normalize?: boolean;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/**
 * Accuracy: the share of the rows that are predicted right; of indicators, with every label right.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @throws ShapeError unless both have the same shape; ValueError for missing labels or labels of several types.
 * @roadmap EVA-009
 * @example
 * ```ts
 * accuracyScore(["cat", "dog", "dog"], ["cat", "dog", "cat"]).toFixed(3); // → 0.667
 * ```
 */
export function accuracyScore(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: RowOptions = {},
): number {
  const { right, total } = rightRows("accuracyScore", yTrue, yPred, options);
  return options.normalize === false ? right : right / total;
}

/** The weight of the rows that are right, and of all. */
export function rightRows(
  where: string,
  yTrue: ClassTargets,
  yPred: ClassTargets,
  { sampleWeight }: RowOptions,
): { right: number; total: number } {
  const pairs = checkPairs(where, yTrue, yPred, { sampleWeight });
  if (pairs.kind === "classes" && !pairs.isWeighted) return countRight(pairs);
  const width = pairs.kind === "indicators" ? pairs.nLabels : 1;
  let [right, total] = [0, 0];
  const { yTrue: expected, yPred: predicted, weights } = pairs;
  for (let i = 0, at = 0; i < weights.length; i++) {
    let nWrong = 0;
    for (const end = at + width; at < end; at++) nWrong += expected[at] === predicted[at] ? 0 : 1;
    total += weights[i]!;
    if (nWrong === 0) right += weights[i]!;
  }
  return { right, total };
}

function countRight({ yTrue, yPred }: LabelPairs): { right: number; total: number } {
  let right = 0;
  for (let i = 0; i < yTrue.length; i++) if (yTrue[i] === yPred[i]) right += 1;
  return { right, total: yTrue.length };
}
