import { checkBoolean, checkNonNegative } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { solveLeastSquares } from "./least-squares";
import { LinearRegressor } from "./linear-regressor";

/** The options of `LinearRegression`. */
export interface LinearRegressionOptions {
  /** Also learn an intercept b. Default true. */
  readonly fitIntercept?: boolean;
  /**
   * Directions in which the centred features vary less than this share of the widest one are taken as
   * linearly dependent and get no weight. Default 1e-6, as in scikit-learn.
   */
  readonly tol?: number;
}

/**
 * Ordinary least squares: minimizes ‖y − Xw − b‖², with sample weights Σ sᵢ(yᵢ − xᵢw − b)².
 *
 * Where features are linearly dependent, or outnumber the rows, many w are equally good; this takes
 * the one of least length. Solves the normal equations and refines the result once, in
 * O(nSamples · nFeatures²) time; where they are ill-conditioned, by Householder's reflections and
 * singular values. X may be a `SparseTensor`, which stays one: beyond some hundred features by conjugate
 * gradients, for which `tol` does not count.
 *
 * @see Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, section 3.2.
 * @roadmap SUP-004
 * @example
 * ```ts
 * const model = new LinearRegression().fit([[1], [2], [3]], [3, 5, 7]);
 * model.coef.item().toFixed(6); // → 2.000000
 * model.intercept.toFixed(6); // → 1.000000
 * model.predict([[10]]).item().toFixed(6); // → 21.000000
 * ```
 */
export class LinearRegression extends LinearRegressor<Required<LinearRegressionOptions>> {
  static override readonly typeName: string = "LinearRegression";
  readonly fitIntercept: boolean;
  readonly tol: number;

  /** @throws ParameterError if `tol` is not a finite number >= 0 or `fitIntercept` no boolean. */
  constructor({ fitIntercept = true, tol = 1e-6 }: LinearRegressionOptions = {}) {
    super();
    this.fitIntercept = checkBoolean("LinearRegression", "fitIntercept", fitIntercept);
    this.tol = checkNonNegative("LinearRegression", "tol", tol);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite
   *   numbers and for weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Targets, options: FitOptions = {}): this {
    const { tol } = this;
    return this.learnAny([X, y], options, (Xc, Yc) => ({
      W: solveLeastSquares(Xc, Yc, { alpha: 0, tol }),
    }));
  }
}
