import { checkBoolean, checkPositive, ParameterError } from "@gradus/core";
import { svd, type Tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkSupervised, type Matrix, type Supervised, type Targets } from "../base/inputs";
import { checkFolding, type Folding, foldsOfRows } from "../model-selection/folding";
import type { Design } from "./design";
import { solveLeastSquares } from "./least-squares";
import { LinearRegressor, type RowWeights } from "./linear-regressor";
import { Ridge } from "./ridge";

/** The options of `RidgeCV`. */
export interface RidgeCVOptions {
  /** The penalty weights to choose from, each above 0. Default 0.1, 1 and 10. */
  readonly alphas?: readonly number[];
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** So many folds, or what makes them; absent, each row is left out once. */
  readonly cv?: Folding;
}

type Params = Required<Omit<RidgeCVOptions, "cv">> & Pick<RidgeCVOptions, "cv">;

interface FittedChoice {
  readonly alpha: number;
  readonly bestScore: number;
}

/**
 * A ridge regression whose penalty weight is chosen by cross-validation: the one with the smallest mean squared error
 * when each row is left out once, which one singular value decomposition tells for all of them; or, with `cv`, the one
 * with the largest mean R² over folds. Of equal ones, the first.
 *
 * @see Golub, Heath and Wahba (1979), Technometrics 21(2), 215–223.
 * @roadmap SUP-006
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3]];
 * new RidgeCV({ alphas: [0.01, 10] }).fit(X, [0, 1, 2, 3]).alpha; // → 0.01
 * ```
 */
export class RidgeCV extends LinearRegressor<Params, FittedChoice> {
  static override readonly typeName: string = "RidgeCV";
  readonly alphas: readonly number[];
  readonly fitIntercept: boolean;
  readonly cv: Folding | undefined;

  /** @throws ParameterError unless there are alphas, all above 0, and `cv` makes folds. */
  constructor({ alphas = [0.1, 1, 10], fitIntercept = true, cv }: RidgeCVOptions = {}) {
    super();
    if (!Array.isArray(alphas) || alphas.length === 0) {
      throw new ParameterError("RidgeCV: alphas must be a list of at least one number, got none");
    }
    for (const alpha of alphas) checkPositive("RidgeCV", "alphas", alpha);
    this.alphas = alphas;
    this.fitIntercept = checkBoolean("RidgeCV", "fitIntercept", fitIntercept);
    this.cv = cv === undefined ? undefined : checkFolding("RidgeCV", cv);
    Object.freeze(this);
  }

  /**
   * Chooses alpha, and learns w and b with it from all rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0; ParameterError for more folds than rows.
   */
  fit(X: Matrix, y: Targets, options: FitOptions = {}): this {
    const { cv } = this;
    const byFolds =
      cv === undefined
        ? undefined
        : this.#byFolds(checkSupervised("RidgeCV.fit", X, y, options.sampleWeight), cv);
    return this.learn([X, y], options, (Xc, Yc, rows) => {
      const chosen = byFolds ?? this.#byRows(Xc, Yc, rows);
      const W = solveLeastSquares(Xc, Yc, { alpha: chosen.alpha, tol: 0 });
      return { W, ...chosen };
    });
  }

  /** The penalty weight that was chosen. @throws NotFittedError before `fit`. */
  get alpha(): number {
    return this.learned("alpha").alpha;
  }

  /**
   * Its score: less the mean squared error with each row left out, or the mean R² over the folds.
   *
   * @throws NotFittedError before `fit`.
   */
  get bestScore(): number {
    return this.learned("bestScore").bestScore;
  }

  /** The choice by the errors of rows that are left out: (yᵢ − ŷᵢ)/(1 − hᵢ), with hᵢ the leverage. */
  #byRows(X: Design, Y: Tensor, { weights, total }: RowWeights): FittedChoice {
    const { U, S } = svd(X.matrix());
    const turned = U.transpose().matmul(Y); // (k, nTargets)
    const outside = Y.sub(U.matmul(turned));
    const ofIntercept = !this.fitIntercept ? 0 : weights ? weights.div(total) : 1 / total;
    const squaresOfU = U.square();
    return best(this.alphas, (alpha) => {
      // What the fit takes away in each direction: α/(σ² + α).
      const left = S.square().add(alpha).reciprocal().mul(alpha);
      const residuals = outside.add(U.matmul(turned.mul(left.unsqueeze(1))));
      const leverages = squaresOfU.matmul(left.neg().add(1)).add(ofIntercept);
      const errors = residuals.div(leverages.neg().add(1).unsqueeze(1));
      return -errors.square().mean().item();
    });
  }

  #byFolds({ X, Y, weights }: Supervised, cv: Folding): FittedChoice {
    const folds = foldsOfRows("RidgeCV.fit", this, [X, Y], { cv });
    return best(this.alphas, (alpha) => {
      const ridge = new Ridge({ alpha, fitIntercept: this.fitIntercept });
      const scores = folds.map(({ train, test }) => {
        const own = weights ? { sampleWeight: weights.take(train, 0) } : {};
        const model = ridge.clone().fit(X.take(train, 0), Y.take(train, 0), own);
        return model.score(X.take(test, 0), Y.take(test, 0));
      });
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    });
  }
}

/** The first alpha with the largest score. */
function best(alphas: readonly number[], scoreOf: (alpha: number) => number): FittedChoice {
  let chosen: FittedChoice | undefined;
  for (const alpha of alphas) {
    const score = scoreOf(alpha);
    if (chosen === undefined || score > chosen.bestScore) chosen = { alpha, bestScore: score };
  }
  return chosen!;
}
