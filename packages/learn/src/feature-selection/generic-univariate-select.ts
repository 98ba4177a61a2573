import { checkBetween, checkInteger, checkOneOf } from "@gradus/core";
import type { FoundScores, ScoreFunction } from "./score-function";
import {
  below,
  belowDiscoveryRate,
  highest,
  highestPercentile,
  pvaluesOf,
  UnivariateSelector,
} from "./univariate-selector";

const MODES = ["percentile", "kBest", "fpr", "fdr", "fwe"] as const;

/** How a `GenericUnivariateSelect` chooses. */
export type SelectionMode = (typeof MODES)[number];

/** The options of `GenericUnivariateSelect`. */
export interface GenericUnivariateSelectOptions {
  /** What scores features. Default "fClassif". */
  readonly scoreFunc?: ScoreFunction;
  /** How to choose: as `SelectPercentile`, `SelectKBest`, `SelectFpr`, `SelectFdr` or `SelectFwe`. Default "percentile". */
  readonly mode?: SelectionMode;
  /** Their percentile, k or α. Default 1e-5, an α. */
  readonly param?: number | "all";
}

/**
 * Keeps features by their own scores, in a way that is an option itself, so that a search can try several.
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const X = [[1, 7, 0], [2, 3, 0], [8, 5, 1], [9, 4, 1]];
 * const selector = new GenericUnivariateSelect({ mode: "kBest", param: 2 });
 * selector.fit(X, ["a", "a", "b", "b"]).getFeatureNamesOut().join(", "); // → x0, x2
 * ```
 */
export class GenericUnivariateSelect extends UnivariateSelector<
  Required<GenericUnivariateSelectOptions>
> {
  static override readonly typeName: string = "GenericUnivariateSelect";
  readonly mode: SelectionMode;
  readonly param: number | "all";

  /** @throws ParameterError for an unknown score function or mode, and for a `param` that the mode cannot have. */
  constructor({
    mode = "percentile",
    param = 1e-5,
    ...options
  }: GenericUnivariateSelectOptions = {}) {
    const where = "GenericUnivariateSelect";
    super(where, options);
    this.mode = checkOneOf(where, "mode", mode, MODES);
    const isAll = mode === "kBest" && param === "all";
    if (mode === "kBest" && !isAll) checkInteger(where, "param", param as number);
    else if (!isAll) {
      checkBetween(where, "param", param as number, [0, mode === "percentile" ? 100 : 1]);
    }
    this.param = param;
    Object.freeze(this);
  }

  protected choose(found: FoundScores): Uint8Array {
    const where = "GenericUnivariateSelect.fit";
    const param = this.param as number;
    if (this.mode === "kBest") return highest(where, found, this.param);
    if (this.mode === "percentile") return highestPercentile(found, param);
    const pvalues = pvaluesOf(where, found);
    if (this.mode === "fdr") return belowDiscoveryRate(pvalues, param);
    return below(pvalues, this.mode === "fwe" ? param / pvalues.length : param);
  }
}
