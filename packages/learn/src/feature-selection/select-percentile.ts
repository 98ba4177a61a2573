import { checkBetween } from "@gradus/core";
import type { FoundScores } from "./score-function";
import {
  highestPercentile,
  type UnivariateOptions,
  UnivariateSelector,
} from "./univariate-selector";

/** The options of `SelectPercentile`. */
export interface SelectPercentileOptions extends UnivariateOptions {
  /** The share of the features to keep, in per cent. Default 10. */
  readonly percentile?: number;
}

/**
 * Keeps the features whose scores are in the highest percentile, each scored by itself.
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const X = [[1, 7, 0], [2, 3, 0], [8, 5, 1], [9, 4, 1]];
 * const selector = new SelectPercentile({ percentile: 67 }).fit(X, ["a", "a", "b", "b"]);
 * selector.getFeatureNamesOut().join(", "); // → x0, x2
 * ```
 */
export class SelectPercentile extends UnivariateSelector<Required<SelectPercentileOptions>> {
  static override readonly typeName: string = "SelectPercentile";
  readonly percentile: number;

  /** @throws ParameterError for an unknown score function, and unless `percentile` is from 0 to 100. */
  constructor({ percentile = 10, ...options }: SelectPercentileOptions = {}) {
    super("SelectPercentile", options);
    this.percentile = checkBetween("SelectPercentile", "percentile", percentile, [0, 100]);
    Object.freeze(this);
  }

  protected choose(found: FoundScores): Uint8Array {
    return highestPercentile(found, this.percentile);
  }
}
