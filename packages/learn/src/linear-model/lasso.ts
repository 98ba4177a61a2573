import { checkBoolean, checkInteger, checkNonNegative, checkPositive } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import type { ElasticNetOptions } from "./elastic-net";
import { ElasticRegressor } from "./elastic-regressor";

/** The options of `Lasso`. */
export type LassoOptions = Omit<ElasticNetOptions, "l1Ratio">;

/**
 * Least squares with an L1 penalty: minimizes ‖y − Xw − b‖²/(2·nSamples) + alpha·‖w‖₁, which sets the weights of
 * features that help little to exactly 0.
 *
 * The penalty depends on the units of X, so standardize the features first. Coordinate descent on the Gram matrix, or on
 * the residuals where there are more features than rows, until the duality gap is at most tol · ‖y − mean‖². X may
 * be a `SparseTensor`, which stays one.
 *
 * @see Tibshirani (1996), J. R. Stat. Soc. B 58(1), 267–288.
 * @roadmap SUP-007
 * @example
 * ```ts
 * const X = [[0, 1], [1, 0], [2, 1], [3, 0]];
 * const model = new Lasso({ alpha: 0.1 }).fit(X, [0, 1, 2, 3]);
 * [...model.coef.data()].map((w) => w.toFixed(2)); // → ["0.92", "0.00"]
 * ```
 */
export class Lasso extends ElasticRegressor<Required<LassoOptions>> {
  static override readonly typeName: string = "Lasso";
  readonly alpha: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number;
  readonly positive: boolean;

  /**
   * @throws ParameterError if `alpha` is negative, `maxIter` no integer above 0, `tol` not above 0, or an option no
   *   boolean that should be.
   */
  constructor({
    alpha = 1,
    fitIntercept = true,
    maxIter = 1000,
    tol = 1e-4,
    positive = false,
  }: LassoOptions = {}) {
    super();
    this.alpha = checkNonNegative("Lasso", "alpha", alpha);
    this.fitIntercept = checkBoolean("Lasso", "fitIntercept", fitIntercept);
    this.maxIter = checkInteger("Lasso", "maxIter", maxIter, 1);
    this.tol = checkPositive("Lasso", "tol", tol);
    this.positive = checkBoolean("Lasso", "positive", positive);
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
    return this.fitElastic([X, y], options, { alpha: this.alpha, l1Ratio: 1 });
  }
}
