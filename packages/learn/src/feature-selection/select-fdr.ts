import { checkBetween } from "@gradus/core";
import type { FoundScores } from "./score-function";
import {
  belowDiscoveryRate,
  pvaluesOf,
  type UnivariateOptions,
  UnivariateSelector,
} from "./univariate-selector";

/** The options of `SelectFdr`. */
export interface SelectFdrOptions extends UnivariateOptions {
  /** The false discovery rate. Default 0.05. */
  readonly alpha?: number;
}

/**
 * Keeps features so that of those that are kept, no more than a share of α is expected to tell nothing: the false discovery
 * rate, by Benjamini and Hochberg's procedure.
 *
 * @see Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289–300.
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const X = [[1, 7, 0], [2, 3, 0], [8, 5, 1], [9, 4, 1]];
 * const selector = new SelectFdr({ alpha: 0.05 }).fit(X, ["a", "a", "b", "b"]);
 * selector.getFeatureNamesOut().join(", "); // → x0, x2
 * ```
 */
export class SelectFdr extends UnivariateSelector<Required<SelectFdrOptions>> {
  static override readonly typeName: string = "SelectFdr";
  readonly alpha: number;

  /** @throws ParameterError for an unknown score function, and unless `alpha` is from 0 to 1. */
  constructor({ alpha = 0.05, ...options }: SelectFdrOptions = {}) {
    super("SelectFdr", options);
    this.alpha = checkBetween("SelectFdr", "alpha", alpha, [0, 1]);
    Object.freeze(this);
  }

  protected choose(found: FoundScores): Uint8Array {
    return belowDiscoveryRate(pvaluesOf("SelectFdr.fit", found), this.alpha);
  }
}
