import { checkBoolean, checkInteger } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import { LarsRegressor } from "./lars-regressor";

/** The options of `Lars`. */
export interface LarsOptions {
  /** The most features that get a weight. Default 500. */
  readonly nNonzeroCoefs?: number;
  /** Also learn an intercept. Default true. */
  readonly fitIntercept?: boolean;
}

/**
 * Least-angle regression: a linear regression that takes in one feature after another, each when it is as much correlated
 * with the residuals as those before it, and stops after `nNonzeroCoefs`. With all features it is least squares.
 *
 * `paths` has the weights on the way. A feature that depends on those before it gets no weight.
 *
 * @see Efron, Hastie, Johnstone and Tibshirani (2004), Least angle regression, The Annals of Statistics 32(2), 407–499.
 * @example
 * ```ts
 * const model = new Lars({ nNonzeroCoefs: 1 }).fit([[-1, 1], [0, 0], [1, 1]], [-1, 0, 1.2]);
 * [...model.paths[0]!.active]; // → [0]
 * ```
 */
export class Lars extends LarsRegressor<Required<LarsOptions>> {
  static override readonly typeName: string = "Lars";
  readonly nNonzeroCoefs: number;
  readonly fitIntercept: boolean;

  /** @throws ParameterError if `nNonzeroCoefs` is no integer above 0 or `fitIntercept` no boolean. */
  constructor({ nNonzeroCoefs = 500, fitIntercept = true }: LarsOptions = {}) {
    super();
    this.nNonzeroCoefs = checkInteger("Lars", "nNonzeroCoefs", nNonzeroCoefs, 1);
    this.fitIntercept = checkBoolean("Lars", "fitIntercept", fitIntercept);
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
    const limits = { method: "lar", maxIter: this.nNonzeroCoefs, alphaMin: 0 } as const;
    return this.fitPaths([X, y], options, limits);
  }
}
