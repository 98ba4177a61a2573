import { checkBetween } from "@gradus/core";
import type { FoundScores } from "./score-function";
import {
  below,
  pvaluesOf,
  type UnivariateOptions,
  UnivariateSelector,
} from "./univariate-selector";

/** The options of `SelectFwe`. */
export interface SelectFweOptions extends UnivariateOptions {
  /** The family-wise error. Default 0.05. */
  readonly alpha?: number;
}

/**
 * Keeps the features whose p-value is below α / nFeatures, so that the probability of keeping any feature that tells
 * nothing is at most α: the family-wise error, by Bonferroni's bound.
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const X = [[1, 7, 0], [2, 3, 0], [8, 5, 1], [9, 4, 1]];
 * const selector = new SelectFwe({ alpha: 0.05 }).fit(X, ["a", "a", "b", "b"]);
 * selector.getFeatureNamesOut().join(", "); // → x0, x2
 * ```
 */
export class SelectFwe extends UnivariateSelector<Required<SelectFweOptions>> {
  static override readonly typeName: string = "SelectFwe";
  readonly alpha: number;

  /** @throws ParameterError for an unknown score function, and unless `alpha` is from 0 to 1. */
  constructor({ alpha = 0.05, ...options }: SelectFweOptions = {}) {
    super("SelectFwe", options);
    this.alpha = checkBetween("SelectFwe", "alpha", alpha, [0, 1]);
    Object.freeze(this);
  }

  protected choose(found: FoundScores): Uint8Array {
    return below(pvaluesOf("SelectFwe.fit", found), this.alpha / found.scores.length);
  }
}
