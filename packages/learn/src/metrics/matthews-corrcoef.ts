import type { Weights } from "../base/inputs";
import type { Labels } from "../base/labels";
import { countClasses } from "./class-counts";
import { checkLabelPairs } from "./label-pairs";

/**
 * Matthews' correlation coefficient: the correlation of true and predicted classes, from −1 to 1; 0 is no
 * better than guessing. For two classes (TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)).
 *
 * @returns 0 where it is not defined: if all true or all predicted labels are the same
 * @throws ShapeError unless both have as many rows; ValueError for missing labels or labels of several types.
 * @see Gorodkin (2004), Comparing two K-category assignments by a K-category correlation coefficient,
 *   Computational Biology and Chemistry 28(5–6), 367–374.
 * @example
 * ```ts
 * matthewsCorrcoef([1, 1, 1, 0], [1, 0, 1, 1]).toFixed(4); // → -0.3333
 * ```
 */
export function matthewsCorrcoef(
  yTrue: Labels,
  yPred: Labels,
  { sampleWeight }: { readonly sampleWeight?: Weights } = {},
): number {
  const pairs = checkLabelPairs("matthewsCorrcoef", yTrue, yPred, { sampleWeight });
  const { truePositives, predicted, actual, total } = countClasses(pairs);
  const n = total[0]!;
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);
  const right = truePositives.reduce((sum, count) => sum + count, 0);
  const covariance = right * n - dot(actual, predicted);
  const spread = (n * n - dot(predicted, predicted)) * (n * n - dot(actual, actual));
  return spread === 0 ? 0 : covariance / Math.sqrt(spread);
}
