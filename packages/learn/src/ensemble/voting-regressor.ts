import { concatenate, type Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { Matrix, Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { ParamRecord } from "../base/params";
import {
  checkNamed,
  checkVotes,
  fitAll,
  keptOf,
  keptVotes,
  type NamedEstimator,
  replaceNamed,
} from "./named-estimators";
import { weightedMean } from "./voting-classifier";

/** The options of `VotingRegressor`. */
export interface VotingRegressorOptions {
  /** Names and regressors; "drop" leaves one out. Copies are fitted. */
  readonly estimators: readonly NamedEstimator<Regressor>[];
  /** How much each regressor counts. Default all alike. */
  readonly weights?: readonly number[] | undefined;
}

interface Params {
  readonly estimators: readonly NamedEstimator<Regressor>[];
  readonly weights: readonly number[] | undefined;
}

/**
 * Several regressors whose predictions are averaged: errors that differ cancel in part.
 *
 * @example
 * ```ts
 * const model = new VotingRegressor({
 *   estimators: [["line", new LinearRegression()], ["mean", new DummyRegressor()]],
 * });
 * model.fit([[0], [1], [2]], [0, 1, 2]).predict([[3]]).round().toArray(); // → [2]
 * ```
 */
export class VotingRegressor extends BaseRegressor<
  Params,
  { readonly fitted: readonly Regressor[] }
> {
  static override readonly typeName: string = "VotingRegressor";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimators: readonly NamedEstimator<Regressor>[];
  readonly weights: readonly number[] | undefined;

  /** @throws ParameterError unless the names are different, all are regressors, and there is a weight for each. */
  constructor({ estimators, weights }: VotingRegressorOptions) {
    super();
    const where = "VotingRegressor";
    this.estimators = checkNamed(where, estimators, "regressor", ["estimators", "weights"]);
    this.weights = checkVotes(where, weights, estimators.length);
    Object.freeze(this);
  }

  /**
   * Fits a copy of each regressor. A second call forgets the first.
   *
   * @param X what the regressors take: they may be pipelines that take tables
   * @throws what the regressors throw.
   */
  fit(X: Matrix, y: Targets, options: FitOptions = {}): this {
    const fitted = fitAll(keptOf(this.estimators), X, y, options);
    const { nFeaturesIn, featureNamesIn } = fitted[0]!;
    return this.keep({ fitted, nFeaturesIn, featureNamesIn });
  }

  override withParams(params: ParamRecord): this {
    const replaced = replaceNamed("VotingRegressor", { ...this.getParams() }, params);
    return new VotingRegressor(replaced as unknown as Params) as this;
  }

  /** The fitted regressors by their names. @throws NotFittedError before `fit`. */
  get namedEstimators(): Readonly<Record<string, Regressor>> {
    const { fitted } = this.learned("namedEstimators");
    return Object.fromEntries(keptOf(this.estimators).map(([name], k) => [name, fitted[k]!]));
  }

  /** The weighted mean of the predictions. @throws NotFittedError before `fit`; and what the regressors throw. */
  predict(X: Matrix): Tensor {
    const { fitted } = this.learned("predict");
    return weightedMean(
      fitted.map((model) => model.predict(X)),
      keptVotes(this.estimators, this.weights),
    );
  }

  /** The predictions of each regressor side by side, shape (nSamples, nEstimators · nTargets). @throws as `predict`. */
  transform(X: Matrix): Tensor {
    const parts = this.learned("transform").fitted.map((model) => model.predict(X));
    return concatenate(
      parts.map((part) => (part.ndim === 1 ? part.unsqueeze(1) : part)),
      1,
    );
  }
}
