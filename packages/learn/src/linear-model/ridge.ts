import { checkBoolean, checkNonNegative } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { solveLeastSquares } from "./least-squares";
import { LinearRegressor } from "./linear-regressor";

/** The options of `Ridge`. */
export interface RidgeOptions {
  /** Penalty weight α >= 0; larger shrinks the coefficients more. Default 1. */
  readonly alpha?: number;
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
}

/**
 * Least squares with an L2 penalty: minimizes ‖y − Xw − b‖² + α‖w‖², with sample weights
 * Σ sᵢ(yᵢ − xᵢw − b)² + α‖w‖².
 *
 * The penalty depends on the units of X, so standardize the features first. Solves the normal
 * equations and refines the result once, in O(nSamples · nFeatures²) time; where they are
 * ill-conditioned, by singular values. With α = 0 it is least squares; `LinearRegression` is made for
 * that. Products with an X of float32 are worked out in float32, unless rows have weights. X may be a
 * `SparseTensor`, which stays one: beyond some hundred features by conjugate gradients, which only multiply by X.
 *
 * @see Hoerl and Kennard (1970), Technometrics 12(1), 55–67.
 * @roadmap SUP-006
 * @example
 * ```ts
 * const model = new Ridge({ alpha: 1 }).fit([[0], [1], [2]], [0, 1, 2]);
 * model.coef.item().toFixed(3); // → 0.667
 * ```
 */
export class Ridge extends LinearRegressor<Required<RidgeOptions>> {
  static override readonly typeName: string = "Ridge";
  readonly alpha: number;
  readonly fitIntercept: boolean;

  /** @throws ParameterError if `alpha` is not a finite number >= 0 or `fitIntercept` no boolean. */
  constructor({ alpha = 1, fitIntercept = true }: RidgeOptions = {}) {
    super();
    this.alpha = checkNonNegative("Ridge", "alpha", alpha);
    this.fitIntercept = checkBoolean("Ridge", "fitIntercept", fitIntercept);
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
    const { alpha } = this;
    return this.learnAny([X, y], options, (Xc, Yc) => ({
      W: solveLeastSquares(Xc, Yc, { alpha, tol: 0 }),
    }));
  }

  protected override get keepsFloat32(): boolean {
    return true;
  }
}
