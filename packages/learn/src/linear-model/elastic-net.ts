import {
  checkBetween,
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkPositive,
} from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { ElasticRegressor } from "./elastic-regressor";

/** The options of `ElasticNet`. */
export interface ElasticNetOptions {
  /** Strength of the penalty, at least 0. Default 1. */
  readonly alpha?: number;
  /** The share of the L1 penalty, from 0 (L2 alone) to 1 (L1 alone). Default 0.5. */
  readonly l1Ratio?: number;
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** The most rounds over all features; a warning says so when they do not suffice. Default 1000. */
  readonly maxIter?: number;
  /** Stop when the duality gap is at most tol · ‖y − mean‖². Default 1e-4. */
  readonly tol?: number;
  /** Allow no negative weights. Default false. */
  readonly positive?: boolean;
}

/**
 * Least squares with L1 and L2 penalties: minimizes
 * ‖y − Xw − b‖²/(2·nSamples) + alpha·l1Ratio·‖w‖₁ + alpha·(1 − l1Ratio)/2·‖w‖².
 *
 * The L1 part sets weights to exactly 0; the L2 part lets features that go together share their weight. The penalty
 * depends on the units of X, so standardize the features first. Coordinate descent on the Gram matrix, or on the
 * residuals where there are more features than rows. Sample weights count relative to their sum. X may be a
 * `SparseTensor`, which stays one.
 *
 * @see Zou and Hastie (2005), J. R. Stat. Soc. B 67(2), 301–320; Friedman, Hastie and Tibshirani (2010), J. Stat.
 *   Software 33(1).
 * @roadmap SUP-008
 * @example
 * ```ts
 * const X = [[0, 1], [1, 0], [2, 1], [3, 0]];
 * const model = new ElasticNet({ alpha: 0.1 }).fit(X, [0, 1, 2, 3]);
 * [...model.coef.data()].map((w) => w.toFixed(2)); // → ["0.92", "0.00"]
 * ```
 */
export class ElasticNet extends ElasticRegressor<Required<ElasticNetOptions>> {
  static override readonly typeName: string = "ElasticNet";
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number;
  readonly positive: boolean;

  /**
   * @throws ParameterError if `alpha` is negative, `l1Ratio` not from 0 to 1, `maxIter` no integer above 0, `tol` not
   *   above 0, or an option no boolean that should be.
   */
  constructor({
    alpha = 1,
    l1Ratio = 0.5,
    fitIntercept = true,
    maxIter = 1000,
    tol = 1e-4,
    positive = false,
  }: ElasticNetOptions = {}) {
    super();
    const where = "ElasticNet";
    this.alpha = checkNonNegative(where, "alpha", alpha);
    this.l1Ratio = checkBetween(where, "l1Ratio", l1Ratio, [0, 1]);
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    this.maxIter = checkInteger(where, "maxIter", maxIter, 1);
    this.tol = checkPositive(where, "tol", tol);
    this.positive = checkBoolean(where, "positive", positive);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first. Warns if `maxIter` rounds do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Targets, options: FitOptions = {}): this {
    return this.fitElastic([X, y], options, this);
  }
}
