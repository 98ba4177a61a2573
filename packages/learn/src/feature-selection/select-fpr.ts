import { checkBetween } from "@gradus/core";
import type { FoundScores } from "./score-function";
import {
  below,
  pvaluesOf,
  type UnivariateOptions,
  UnivariateSelector,
} from "./univariate-selector";

/** The options of `SelectFpr`. */
export interface SelectFprOptions extends UnivariateOptions {
  /** The largest p-value that is not kept. Default 0.05. */
  readonly alpha?: number;
}

/**
 * Keeps the features whose p-value is below α: a test for each, so that of features that tell nothing a share of α is kept.
 * (The false positive rate.)
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const X = [[1, 7, 0], [2, 3, 0], [8, 5, 1], [9, 4, 1]];
 * const selector = new SelectFpr({ alpha: 0.05 }).fit(X, ["a", "a", "b", "b"]);
 * selector.getFeatureNamesOut().join(", "); // → x0, x2
 * ```
 */
export class SelectFpr extends UnivariateSelector<Required<SelectFprOptions>> {
  static override readonly typeName: string = "SelectFpr";
  readonly alpha: number;

  /** @throws ParameterError for an unknown score function, and unless `alpha` is from 0 to 1. */
  constructor({ alpha = 0.05, ...options }: SelectFprOptions = {}) {
    super("SelectFpr", options);
    this.alpha = checkBetween("SelectFpr", "alpha", alpha, [0, 1]);
    Object.freeze(this);
  }

  protected choose(found: FoundScores): Uint8Array {
    return below(pvaluesOf("SelectFpr.fit", found), this.alpha);
  }
}
