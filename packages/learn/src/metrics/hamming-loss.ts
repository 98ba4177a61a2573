import type { Weights } from "../base/inputs";
import { type ClassTargets, checkPairs } from "./label-pairs";

/**
 * The Hamming loss: the share of the single labels that are predicted wrong. Of one label a row it is the
 * zero-one loss.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @throws as `accuracyScore`
 * @example
 * ```ts
 * hammingLoss([[0, 1], [1, 1]], [[0, 0], [1, 1]]); // → 0.25
 * ```
 */
export function hammingLoss(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  { sampleWeight }: { readonly sampleWeight?: Weights } = {},
): number {
  const pairs = checkPairs("hammingLoss", yTrue, yPred, { sampleWeight });
  const width = pairs.kind === "indicators" ? pairs.nLabels : 1;
  let [wrong, total] = [0, 0];
  for (let at = 0; at < pairs.nSamples * width; at++) {
    const weight = pairs.weights[Math.floor(at / width)]!;
    total += weight;
    if (pairs.yTrue[at] !== pairs.yPred[at]) wrong += weight;
  }
  return wrong / total;
}
