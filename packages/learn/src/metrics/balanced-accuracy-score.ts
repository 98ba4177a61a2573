import { checkBoolean, warn } from "@gradus/core";
import type { Weights } from "../base/inputs";
import type { Labels } from "../base/labels";
import { countClasses } from "./class-counts";
import { checkLabelPairs } from "./label-pairs";

/** What `balancedAccuracyScore` can be told. */
export interface BalancedAccuracyOptions {
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
  /** Shift and scale so that guessing scores 0 and perfection 1. Default false. */
  readonly adjusted?: boolean;
}

/**
 * Balanced accuracy: the mean of the classes' recalls, so that a rare class counts as much as a common one.
 *
 * @throws ShapeError unless both have as many rows; ValueError for missing labels or labels of several types.
 * @see Brodersen et al. (2010), The balanced accuracy and its posterior distribution, ICPR, 3121–3124.
 * @example
 * ```ts
 * balancedAccuracyScore([0, 0, 0, 1], [0, 0, 0, 0]); // → 0.5
 * ```
 */
export function balancedAccuracyScore(
  yTrue: Labels,
  yPred: Labels,
  { sampleWeight, adjusted = false }: BalancedAccuracyOptions = {},
): number {
  const where = "balancedAccuracyScore";
  checkBoolean(where, "adjusted", adjusted);
  const counts = countClasses(checkLabelPairs(where, yTrue, yPred, { sampleWeight }));
  const recalls = Array.from(counts.actual, (n, k) => counts.truePositives[k]! / n);
  const known = recalls.filter((recall) => !Number.isNaN(recall));
  if (known.length < recalls.length) {
    warn(
      "undefined-metric",
      `${where}: expected predictions among the classes of yTrue, got others; they have no recall and are left out`,
    );
  }
  const score = known.reduce((sum, recall) => sum + recall, 0) / known.length;
  const chance = 1 / known.length;
  return adjusted ? (score - chance) / (1 - chance) : score;
}
