import { type Tensor, tensor } from "@gradus/tensor";
import type { Weights } from "../base/inputs";
import type { Label } from "../base/labels";
import { countClasses, pickClasses } from "./class-counts";
import { type ClassTargets, checkPairs } from "./label-pairs";

/** What `multilabelConfusionMatrix` can be told. */
export interface MultilabelConfusionOptions {
  /** The only classes to look at, in this order. Default all, sorted. */
  readonly labels?: readonly Label[];
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/**
 * For each class the 2 × 2 table of that class against the rest: [[TN, FP], [FN, TP]].
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @returns float64, shape (nClasses, 2, 2)
 * @throws ShapeError unless both have the same shape; ValueError for missing labels or labels of several types.
 * @example
 * ```ts
 * multilabelConfusionMatrix([0, 1, 1], [0, 1, 0]).toArray(); // → [[[1, 1], [0, 1]], [[1, 0], [1, 1]]]
 * ```
 */
export function multilabelConfusionMatrix(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  { labels, sampleWeight }: MultilabelConfusionOptions = {},
): Tensor {
  const pairs = checkPairs("multilabelConfusionMatrix", yTrue, yPred, { sampleWeight });
  const all = countClasses(pairs);
  const counts = labels ? pickClasses(all, labels) : all;
  const cells = counts.classes.flatMap((_, k) => {
    const both = counts.truePositives[k]!;
    const falsePositives = counts.predicted[k]! - both;
    const falseNegatives = counts.actual[k]! - both;
    return [
      counts.total[k]! - both - falsePositives - falseNegatives,
      falsePositives,
      falseNegatives,
      both,
    ];
  });
  return tensor(Float64Array.from(cells), { shape: [counts.classes.length, 2, 2] });
}
