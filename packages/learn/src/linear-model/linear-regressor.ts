import { ShapeError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { FitOptions, Regressor } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import {
  checkEstimatorJSON,
  type EstimatorJSON,
  estimatorJSON,
  tensorFromJSON,
  tensorToJSON,
} from "../base/json";
import { requireFitted } from "../base/not-fitted";
import { r2Score } from "../metrics/r2-score";
import { centered } from "./centering";
import type { Design } from "./design";

/** What a linear regression learns. */
interface FittedLinear {
  /** Shape (nTargets, nFeatures). */
  readonly coefs: Tensor;
  /** Shape (nTargets,). */
  readonly intercepts: Tensor;
  readonly isVector: boolean;
  readonly nFeaturesIn: number;
  readonly featureNamesIn: readonly string[] | undefined;
}

/** Finds W, shape (nFeatures, nTargets), for centred and weighted features and targets. */
export type LinearSolver = (X: Design, Y: Tensor) => Tensor;

/** What all regressions with the prediction X·w + b have in common. */
export abstract class LinearRegressor<Params extends object> implements Regressor<Params> {
  /** Whether an intercept b is learned; without one, b is 0. */
  abstract readonly fitIntercept: boolean;
  #fitted: FittedLinear | undefined;

  abstract getParams(): Params;
  abstract clone(): LinearRegressor<Params>;
  abstract fit(X: Matrix, y: Targets, options?: FitOptions): this;

  /**
   * The weights w: shape (nFeatures,), or (nTargets, nFeatures) if `fit` was given a matrix of targets.
   *
   * @throws NotFittedError before `fit`.
   */
  get coef(): Tensor {
    const { coefs, isVector, nFeaturesIn } = this.#learned("coef");
    return isVector ? coefs.reshape([nFeaturesIn]) : coefs;
  }

  /**
   * The intercept b of a single target.
   *
   * @throws NotFittedError before `fit`; ShapeError if there are several targets: see `intercepts`.
   */
  get intercept(): number {
    const { intercepts } = this.#learned("intercept");
    if (intercepts.size !== 1) {
      throw new ShapeError(
        `${this.#name}.intercept: expected one target, got ${intercepts.size}; intercepts has one for each`,
      );
    }
    return intercepts.data()[0]!;
  }

  /** The intercept of each target, shape (nTargets,). @throws NotFittedError before `fit`. */
  get intercepts(): Tensor {
    return this.#learned("intercepts").intercepts;
  }

  /** The number of features seen in `fit`. @throws NotFittedError before `fit`. */
  get nFeaturesIn(): number {
    return this.#learned("nFeaturesIn").nFeaturesIn;
  }

  /** The features' names, if `fit` was given a table. @throws NotFittedError before `fit`. */
  get featureNamesIn(): readonly string[] | undefined {
    return this.#learned("featureNamesIn").featureNamesIn;
  }

  /**
   * The predictions X·w + b.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @returns in the units of y, shape (nSamples,), or (nSamples, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const fitted = this.#learned("predict");
    const read = checkFeatures(`${this.#name}.predict`, X, fitted);
    const predicted = read.matmul(fitted.coefs.transpose()).add(fitted.intercepts);
    return fitted.isVector ? predicted.reshape([read.shape[0]!]) : predicted;
  }

  /** The R² of the predictions for X. @throws as `predict`, and ShapeError if y does not fit X. */
  score(X: Matrix, y: Targets, options: FitOptions = {}): number {
    return r2Score(y, this.predict(X), options);
  }

  /** The options and what was learned, as plain JSON; the class's `fromJSON` reads it. */
  toJSON(): EstimatorJSON {
    const fitted = this.#fitted;
    return estimatorJSON(
      this.#name,
      this.getParams(),
      fitted
        ? {
            coefs: tensorToJSON(fitted.coefs),
            intercepts: tensorToJSON(fitted.intercepts),
            isVector: fitted.isVector,
            featureNamesIn: fitted.featureNamesIn ?? null,
          }
        : null,
    );
  }

  /** Centres and weights the data, solves, and keeps the result in place of an earlier one. */
  protected learn(
    data: readonly [X: Matrix, y: Targets],
    { sampleWeight }: FitOptions,
    solve: LinearSolver,
  ): this {
    const supervised = checkSupervised(`${this.#name}.fit`, ...data, sampleWeight);
    const { X, Y, xMean, yMean } = centered(supervised, this.fitIntercept);
    const W = solve(X, Y); // (nFeatures, nTargets)
    this.#fitted = {
      coefs: W.transpose().clone(),
      intercepts: yMean.sub(xMean.matmul(W)),
      isVector: supervised.isVector,
      nFeaturesIn: X.shape[1]!,
      featureNamesIn: supervised.names,
    };
    return this;
  }

  /** Takes over what `toJSON` wrote. @throws ValueError if it is not what `toJSON` writes. */
  protected restore(json: EstimatorJSON): this {
    const { fitted } = checkEstimatorJSON(this.#name, json);
    if (!fitted) return this;
    const where = `${this.#name}.fromJSON`;
    const coefs = tensorFromJSON(where, fitted.coefs);
    this.#fitted = {
      coefs,
      intercepts: tensorFromJSON(where, fitted.intercepts),
      isVector: fitted.isVector === true,
      nFeaturesIn: coefs.shape[1]!,
      featureNamesIn: (fitted.featureNamesIn as string[] | null) ?? undefined,
    };
    return this;
  }

  get #name(): string {
    return this.typeName;
  }

  /** The name of the class; its own, since a bundler may rename classes. */
  protected abstract readonly typeName: string;

  #learned(what: string): FittedLinear {
    return requireFitted(`${this.#name}.${what}`, this.#fitted);
  }
}
