import { type GraphFeatures, type GraphOutputs, ShapeError } from "@gradus/core";
import { linear, SparseTensor, scoped, type Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions } from "../base/estimator";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import {
  type AnyMatrix,
  type AnySupervised,
  anyTimes,
  checkAnyFeatures,
  checkAnySupervised,
} from "../base/sparse-inputs";
import { r2Score } from "../metrics/r2-score";
import { type AnyDesign, type Centered, centered } from "./centering";
import type { Design } from "./design";

/** What a linear regression learns. */
interface FittedLinear {
  /** Shape (nTargets, nFeatures). */
  readonly coefs: Tensor;
  /** Shape (nTargets,). */
  readonly intercepts: Tensor;
  readonly isVector: boolean;
}

/** The weights W, shape (nFeatures, nTargets), and what else was learned. */
export type LinearSolution<Extra extends object> = Extra & { readonly W: Tensor };

/** How much the rows count. */
export interface RowWeights {
  /** Of each row; 1 each if absent. */
  readonly weights: Tensor | undefined;
  /** Their sum. */
  readonly total: number;
}

/** Solves for centred features and targets, whose rows are scaled by the roots of their weights. */
export type LinearSolver<Extra extends object, D extends AnyDesign = Design> = (
  X: D,
  Y: Tensor,
  rows: RowWeights,
) => LinearSolution<Extra>;

/** What all regressions with the prediction X·w + b have in common. */
export abstract class LinearRegressor<
  Params extends object,
  Extra extends object = object,
> extends BaseRegressor<Params, FittedLinear & Extra> {
  /** Whether an intercept b is learned; without one, b is 0. */
  abstract readonly fitIntercept: boolean;

  /**
   * The weights w: shape (nFeatures,), or (nTargets, nFeatures) if `fit` was given a matrix of targets.
   *
   * @throws NotFittedError before `fit`.
   */
  get coef(): Tensor {
    const { coefs, isVector, nFeaturesIn } = this.learned("coef");
    return isVector ? coefs.reshape([nFeaturesIn]) : coefs;
  }

  /**
   * The intercept b of a single target.
   *
   * @throws NotFittedError before `fit`; ShapeError if there are several targets: see `intercepts`.
   */
  get intercept(): number {
    const { intercepts } = this.learned("intercept");
    if (intercepts.size !== 1) {
      throw new ShapeError(
        `${this.typeName}.intercept: expected one target, got ${intercepts.size}; intercepts has one for each`,
      );
    }
    return intercepts.data()[0]!;
  }

  /** The intercept of each target, shape (nTargets,). @throws NotFittedError before `fit`. */
  get intercepts(): Tensor {
    return this.learned("intercepts").intercepts;
  }

  /**
   * The predictions X·w + b.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @returns in the units of y, shape (nSamples,), or (nSamples, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  predict(X: AnyMatrix): Tensor {
    const fitted = this.learned("predict");
    return scoped(() => {
      const read = checkAnyFeatures(`${this.typeName}.predict`, X, fitted, { keepFloat32: true });
      const { coefs, intercepts } = fitted;
      const predicted =
        read instanceof SparseTensor || read.dtype !== coefs.dtype
          ? anyTimes(read, coefs.transpose()).add(intercepts)
          : linear(read, coefs, { bias: intercepts });
      return fitted.isVector ? predicted.reshape([read.shape[0]!]) : predicted;
    });
  }

  /** The R² of the predictions for X. @throws as `predict`, and ShapeError if y does not fit X. */
  override score(X: AnyMatrix, y: Targets, options: FitOptions = {}): number {
    return r2Score(y, this.predict(X), options);
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const { coefs, intercepts } = this.learned("toGraph");
    return { prediction: X.matrix().matmul(coefs.transpose()).add(intercepts) };
  }

  /** Whether products with an X of float32 may be worked out in float32, if no row has a weight. */
  protected get keepsFloat32(): boolean {
    return false;
  }

  /** Centres and weights dense data, solves, and keeps the result in place of an earlier one. */
  protected learn(
    data: readonly [X: Matrix, y: Targets],
    { sampleWeight }: FitOptions,
    solve: LinearSolver<Extra>,
  ): this {
    const fitted = scoped(() => {
      const supervised = checkSupervised(`${this.typeName}.fit`, ...data, sampleWeight, {
        keepFloat32: this.keepsFloat32 && sampleWeight === undefined,
      });
      return solved(supervised, centered(supervised, this.fitIntercept), solve);
    });
    return this.keep(fitted);
  }

  /** As `learn`, for data that may be sparse. */
  protected learnAny(
    data: readonly [X: AnyMatrix, y: Targets],
    { sampleWeight }: FitOptions,
    solve: LinearSolver<Extra, AnyDesign>,
  ): this {
    const fitted = scoped(() => {
      const supervised = checkAnySupervised(`${this.typeName}.fit`, ...data, sampleWeight, {
        keepFloat32: this.keepsFloat32 && sampleWeight === undefined,
      });
      return solved(supervised, centered(supervised, this.fitIntercept), solve);
    });
    return this.keep(fitted);
  }
}

/** What is learned of centred data. */
function solved<Extra extends object, D extends AnyDesign>(
  { weights, isVector, names }: AnySupervised,
  { X, Y, xMean, yMean }: Centered<D>,
  solve: LinearSolver<Extra, D>,
) {
  const total = weights?.sum().item() ?? X.shape[0];
  const { W, ...extra } = solve(X, Y, { weights, total });
  return {
    ...(extra as unknown as Extra),
    coefs: W.transpose().clone(),
    intercepts: yMean.sub(xMean.matmul(W)),
    isVector,
    nFeaturesIn: X.shape[1],
    featureNamesIn: names,
  };
}
