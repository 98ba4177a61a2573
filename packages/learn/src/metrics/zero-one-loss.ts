import { type RowOptions, rightRows } from "./accuracy-score";
import type { ClassTargets } from "./label-pairs";

/**
 * The zero-one loss: the share of the rows that are predicted wrong, 1 − accuracy.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @throws as `accuracyScore`
 * @example
 * ```ts
 * zeroOneLoss(["cat", "dog"], ["cat", "cat"]); // → 0.5
 * ```
 */
export function zeroOneLoss(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: RowOptions = {},
): number {
  const { right, total } = rightRows("zeroOneLoss", yTrue, yPred, options);
  return options.normalize === false ? total - right : 1 - right / total;
}
