import { checkInteger } from "@gradus/core";
import type { FoundScores } from "./score-function";
import { highest, type UnivariateOptions, UnivariateSelector } from "./univariate-selector";

/** The options of `SelectKBest`. */
export interface SelectKBestOptions extends UnivariateOptions {
  /** How many features to keep; "all" keeps all. Default 10. */
  readonly k?: number | "all";
}

/**
 * Keeps the k features with the highest scores, each scored by itself.
 *
 * Of features with equal scores the later ones are kept; a score that is NaN is below all others.
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const X = [[1, 7, 0], [2, 3, 0], [8, 5, 1], [9, 4, 1]];
 * const selector = new SelectKBest({ k: 1 }).fit(X, ["a", "a", "b", "b"]);
 * selector.getFeatureNamesOut().join(", "); // → x2
 * ```
 */
export class SelectKBest extends UnivariateSelector<Required<SelectKBestOptions>> {
  static override readonly typeName: string = "SelectKBest";
  readonly k: number | "all";

  /** @throws ParameterError for an unknown score function, and unless `k` is an integer >= 0 or "all". */
  constructor({ k = 10, ...options }: SelectKBestOptions = {}) {
    super("SelectKBest", options);
    this.k = k === "all" ? k : checkInteger("SelectKBest", "k", k);
    Object.freeze(this);
  }

  protected choose(found: FoundScores): Uint8Array {
    return highest("SelectKBest.fit", found, this.k);
  }
}
