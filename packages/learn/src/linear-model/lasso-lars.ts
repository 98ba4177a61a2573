import { checkBoolean, checkInteger, checkNonNegative } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import { LarsRegressor } from "./lars-regressor";

/** The options of `LassoLars`. */
export interface LassoLarsOptions {
  /** Penalty weight α >= 0; larger shrinks more weights to 0. Default 1. */
  readonly alpha?: number;
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** The most steps. Default 500. */
  readonly maxIter?: number;
}

/**
 * The lasso by least angles: minimizes ‖y − Xw − b‖²/(2n) + α‖w‖₁ exactly, along the path from all weights 0 to α, which
 * is kept in `paths`. Made for a small α, few features, and whole paths; `Lasso` is quicker for one α and many features.
 *
 * @see Efron, Hastie, Johnstone and Tibshirani (2004), Least angle regression, The Annals of Statistics 32(2), 407–499.
 * @roadmap SUP-007
 * @example
 * ```ts
 * const X = [[0, 1], [1, 0], [2, 1], [3, 0]];
 * const model = new LassoLars({ alpha: 0.1 }).fit(X, [0, 1, 2, 3]);
 * [...model.coef.data()].map((w) => w.toFixed(2)); // → ["0.92", "0.00"]
 * ```
 */
export class LassoLars extends LarsRegressor<Required<LassoLarsOptions>> {
  static override readonly typeName: string = "LassoLars";
  readonly alpha: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;

  /** @throws ParameterError if `alpha` is negative, `maxIter` no integer above 0, or `fitIntercept` no boolean. */
  constructor({ alpha = 1, fitIntercept = true, maxIter = 500 }: LassoLarsOptions = {}) {
    super();
    this.alpha = checkNonNegative("LassoLars", "alpha", alpha);
    this.fitIntercept = checkBoolean("LassoLars", "fitIntercept", fitIntercept);
    this.maxIter = checkInteger("LassoLars", "maxIter", maxIter, 1);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for weights
   *   that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, options: FitOptions = {}): this {
    const limits = { method: "lasso", maxIter: this.maxIter, alphaMin: this.alpha } as const;
    return this.fitPaths([X, y], options, limits);
  }
}
