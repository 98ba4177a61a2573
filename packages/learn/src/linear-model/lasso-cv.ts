import { checkBoolean } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { checkFolding, type Folding } from "../model-selection/folding";
import { ElasticSearch, type ElasticSearchOptions } from "./elastic-search";
import { checkAlphas, checkLimits } from "./enet-path";

/** The options of `LassoCV`. */
export type LassoCVOptions = ElasticSearchOptions;

/**
 * A lasso whose strength is chosen by cross-validation: the alpha with the smallest mean squared error over the folds.
 * X may be a `SparseTensor`, which stays one.
 *
 * @see Friedman, Hastie and Tibshirani (2010), J. Stat. Software 33(1), 1–22.
 * @roadmap SUP-007
 * @example
 * ```ts
 * const X = [[0, 1], [1, 0], [2, 1], [3, 0], [4, 1], [5, 0]];
 * const model = new LassoCV({ cv: 3 }).fit(X, [0, 1, 2, 3, 4, 5]);
 * model.alpha < 0.01; // → true
 * ```
 */
export class LassoCV extends ElasticSearch<Required<LassoCVOptions>> {
  static override readonly typeName: string = "LassoCV";
  readonly eps: number;
  readonly alphas: number | readonly number[];
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number;
  readonly cv: Folding;
  readonly positive: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    eps = 1e-3,
    alphas = 100,
    fitIntercept = true,
    maxIter = 1000,
    tol = 1e-4,
    cv = 5,
    positive = false,
  }: LassoCVOptions = {}) {
    super();
    checkAlphas("LassoCV", alphas, eps);
    checkLimits("LassoCV", { tol, maxIter, positive });
    this.eps = eps;
    this.alphas = alphas;
    this.fitIntercept = checkBoolean("LassoCV", "fitIntercept", fitIntercept);
    this.maxIter = maxIter;
    this.tol = tol;
    this.cv = checkFolding("LassoCV", cv);
    this.positive = positive;
    Object.freeze(this);
  }

  /**
   * Chooses alpha, and learns w and b with it from all rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y targets, shape (nSamples,); the choice is for one target
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0; ParameterError for more folds than rows.
   */
  fit(X: AnyMatrix, y: Targets, options: FitOptions = {}): this {
    return this.search([X, y], options, [1]);
  }
}
