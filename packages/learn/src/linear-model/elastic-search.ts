import { ShapeError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import {
  type AnyMatrix,
  type AnySupervised,
  anyTimes,
  checkAnySupervised,
} from "../base/sparse-inputs";
import type { Fold } from "../model-selection/cross-validator";
import { type Folding, foldsOfRows } from "../model-selection/folding";
import { takeRows } from "../model-selection/rows";
import { centered } from "./centering";
import { ElasticProblem, type ElasticSolution, weightsMatrix } from "./elastic-problem";
import { warnUnlessConverged } from "./elastic-regressor";
import { checkAlphas, solutionsAlong } from "./enet-path";
import { LinearRegressor } from "./linear-regressor";

/** What `LassoCV` and `ElasticNetCV` can be told. */
export interface ElasticSearchOptions {
  /** The smallest alpha over the largest one, where alphas are not given. Default 1e-3. */
  readonly eps?: number;
  /** The strengths to choose from, or how many. Default 100, from the smallest with which all weights are 0. */
  readonly alphas?: number | readonly number[];
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** The most rounds for each alpha. Default 1000. */
  readonly maxIter?: number;
  /** Stop when the duality gap is at most tol · ‖y − mean‖². Default 1e-4. */
  readonly tol?: number;
  /** So many folds in the order of the rows, or what makes them. Default 5. */
  readonly cv?: Folding;
  /** Allow no negative weights. Default false. */
  readonly positive?: boolean;
}

interface FittedSearch {
  readonly alpha: number;
  readonly bestL1Ratio: number;
  readonly triedAlphas: Float64Array;
  readonly msePath: Tensor;
  readonly nIter: number;
  readonly dualGap: number;
}

/** Strengths for one share of the L1 penalty, and the mean squared error in each fold, nAlphas × nFolds. */
interface Tried {
  readonly l1Ratio: number;
  readonly alphas: Float64Array;
  readonly errors: Float64Array;
}

/** What LassoCV and ElasticNetCV have in common. */
export abstract class ElasticSearch<Params extends object> extends LinearRegressor<
  Params,
  FittedSearch
> {
  abstract readonly alphas: number | readonly number[];
  abstract readonly eps: number;
  abstract readonly cv: Folding;
  abstract readonly tol: number;
  abstract readonly maxIter: number;
  abstract readonly positive: boolean;

  /** The strength that was chosen. @throws NotFittedError before `fit`. */
  get alpha(): number {
    return this.learned("alpha").alpha;
  }

  /** The strengths that were tried for the share that was chosen, descending. @throws NotFittedError before `fit`. */
  get triedAlphas(): Float64Array {
    return this.learned("triedAlphas").triedAlphas;
  }

  /**
   * The mean squared error for each share, strength and fold: shape (nShares, nAlphas, nFolds), or (nAlphas, nFolds) for
   * one share.
   *
   * @throws NotFittedError before `fit`.
   */
  get msePath(): Tensor {
    return this.learned("msePath").msePath;
  }

  /** The rounds of the last fit, with all rows. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  /** At most so much the objective is above its minimum. @throws NotFittedError before `fit`. */
  get dualGap(): number {
    return this.learned("dualGap").dualGap;
  }

  protected search(
    data: readonly [X: AnyMatrix, y: Targets],
    options: FitOptions,
    shares: readonly number[],
  ): this {
    const where = `${this.typeName}.fit`;
    const rows = checkAnySupervised(where, ...data, options.sampleWeight);
    if (rows.Y.shape[1] !== 1) {
      throw new ShapeError(`${where}: expected one target, got ${rows.Y.shape[1]}`);
    }
    const whole = this.#problem(rows);
    const folds = foldsOfRows(where, this, [rows.X, rows.Y], this);
    const grid = checkAlphas(where, this.alphas, this.eps);
    const tried = shares.map((l1Ratio) => {
      const alphas = grid(whole.largestAlpha(l1Ratio, this.positive));
      return { l1Ratio, alphas, errors: new Float64Array(alphas.length * folds.length) };
    });
    folds.forEach((fold, k) => {
      this.#tryFold(
        rows,
        fold,
        (share, a, error) => {
          tried[share]!.errors[a * folds.length + k] = error;
        },
        tried,
      );
    });
    const chosen = best(tried, folds.length);
    return this.learnAny(data, options, () => {
      const solution = whole.solve(chosen, this);
      warnUnlessConverged(where, [solution], this);
      const { nIter, dualGap } = solution;
      const { alpha, l1Ratio, alphas } = chosen;
      const msePath = errorsOf(tried, folds.length);
      return {
        W: weightsMatrix([solution]),
        ...{ alpha, bestL1Ratio: l1Ratio, triedAlphas: alphas, msePath, nIter, dualGap },
      };
    });
  }

  #problem(rows: AnySupervised): ElasticProblem {
    const { X, Y } = centered(rows, this.fitIntercept);
    return ElasticProblem.each(X, Y, rows.weights?.sum().item() ?? X.shape[0])[0]!;
  }

  /** The error on the rows of a fold that are left out, for each share and strength. */
  #tryFold(
    rows: AnySupervised,
    { train, test }: Fold,
    keep: (share: number, alpha: number, error: number) => void,
    tried: readonly Tried[],
  ): void {
    const part = { ...rows, ...rowsAt(rows, train) };
    const { X, Y, xMean, yMean } = centered(part, this.fitIntercept);
    const total = part.weights?.sum().item() ?? train.length;
    const problem = ElasticProblem.each(X, Y, total)[0]!;
    const left = rowsAt(rows, test);
    tried.forEach((strengths, share) => {
      const solutions: readonly ElasticSolution[] = solutionsAlong(problem, strengths, this);
      const W = weightsMatrix(solutions);
      const offset = yMean.sub(xMean.matmul(W));
      const squares = anyTimes(left.X, W).add(offset).sub(left.Y).square(); // (nTest, nAlphas)
      const errors = left.weights
        ? left.weights.matmul(squares).div(left.weights.sum())
        : squares.mean(0);
      errors.data().forEach((error, a) => {
        keep(share, a, error);
      });
    });
  }
}

function rowsAt({ X, Y, weights }: AnySupervised, rows: Int32Array) {
  return { X: takeRows(X, rows), Y: Y.take(rows, 0), weights: weights?.take(rows, 0) };
}

/** The first share and strength with the smallest mean error over the folds. */
function best(tried: readonly Tried[], nFolds: number) {
  let smallest = Infinity;
  let chosen = { ...tried[0]!, alpha: tried[0]!.alphas[0]! };
  for (const strengths of tried) {
    strengths.alphas.forEach((alpha, a) => {
      const errors = strengths.errors.subarray(a * nFolds, (a + 1) * nFolds);
      const error = errors.reduce((sum, value) => sum + value, 0);
      if (error < smallest) {
        smallest = error;
        chosen = { ...strengths, alpha };
      }
    });
  }
  return chosen;
}

function errorsOf(tried: readonly Tried[], nFolds: number): Tensor {
  const flat = Float64Array.from(tried.flatMap(({ errors }) => [...errors]));
  const nAlphas = tried[0]!.alphas.length;
  const shape = [nAlphas, nFolds];
  return tensor(flat, { shape: tried.length === 1 ? shape : [tried.length, ...shape] });
}
