import { checkBoolean, ParameterError } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { checkFolding, type Folding } from "../model-selection/folding";
import { ElasticSearch, type ElasticSearchOptions } from "./elastic-search";
import { checkAlphas, checkLimits, checkShare } from "./enet-path";

/** The options of `ElasticNetCV`. */
export interface ElasticNetCVOptions extends ElasticSearchOptions {
  /** The share of the L1 penalty, above 0 and at most 1, or several to choose from. Default 0.5. */
  readonly l1Ratio?: number | readonly number[];
}

/**
 * An elastic net whose strength (and, of several, share of the L1 penalty) is chosen by cross-validation: the pair with
 * the smallest mean squared error over the folds. X may be a `SparseTensor`, which stays one.
 *
 * @see Zou and Hastie (2005), J. R. Stat. Soc. B 67(2), 301–320.
 * @roadmap SUP-008
 * @example
 * ```ts
 * const X = [[0, 1], [1, 0], [2, 1], [3, 0], [4, 1], [5, 0]];
 * const model = new ElasticNetCV({ cv: 3 }).fit(X, [0, 1, 2, 3, 4, 5]);
 * model.alpha < 0.01; // → true
 * ```
 */
export class ElasticNetCV extends ElasticSearch<Required<ElasticNetCVOptions>> {
  static override readonly typeName: string = "ElasticNetCV";
  readonly l1Ratio: number | readonly number[];
  readonly eps: number;
  readonly alphas: number | readonly number[];
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number;
  readonly cv: Folding;
  readonly positive: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    l1Ratio = 0.5,
    eps = 1e-3,
    alphas = 100,
    fitIntercept = true,
    maxIter = 1000,
    tol = 1e-4,
    cv = 5,
    positive = false,
  }: ElasticNetCVOptions = {}) {
    super();
    const where = "ElasticNetCV";
    const shares = [l1Ratio].flat();
    if (shares.length === 0) {
      throw new ParameterError(`${where}: l1Ratio must be at least one number, got none`);
    }
    for (const share of shares) checkShare(where, share);
    checkAlphas(where, alphas, eps);
    checkLimits(where, { tol, maxIter, positive });
    this.l1Ratio = l1Ratio;
    this.eps = eps;
    this.alphas = alphas;
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    this.maxIter = maxIter;
    this.tol = tol;
    this.cv = checkFolding(where, cv);
    this.positive = positive;
    Object.freeze(this);
  }

  /**
   * Chooses alpha and the share, and learns w and b with them from all rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y targets, shape (nSamples,); the choice is for one target
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0; ParameterError for more folds than rows.
   */
  fit(X: AnyMatrix, y: Targets, options: FitOptions = {}): this {
    return this.search([X, y], options, [this.l1Ratio].flat());
  }

  /** The share of the L1 penalty that was chosen. @throws NotFittedError before `fit`. */
  get bestL1Ratio(): number {
    return this.learned("bestL1Ratio").bestL1Ratio;
  }
}
