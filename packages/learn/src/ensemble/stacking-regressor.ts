import { checkBoolean } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, fitCopy } from "../base/inner";
import type { Matrix, Targets } from "../base/inputs";
import type { EstimatorJSON, EstimatorLoader } from "../base/json";
import type { ParamRecord } from "../base/params";
import { RidgeCV } from "../linear-model/ridge-cv";
import {
  checkFolding,
  checkSavableFolding,
  type Folding,
  foldsOfRows,
} from "../model-selection/folding";
import type { Splittable } from "../model-selection/rows";
import { checkNamed, fitAll, keptOf, type NamedEstimator, replaceNamed } from "./named-estimators";
import { answersFor, outOfFold, stacked } from "./stacked-features";
import { RESERVED } from "./stacking-classifier";

/** The options of `StackingRegressor`. */
export interface StackingRegressorOptions {
  /** Names and regressors; "drop" leaves one out. Copies are fitted. */
  readonly estimators: readonly NamedEstimator<Regressor>[];
  /** What learns from their predictions. Default `RidgeCV`. */
  readonly finalEstimator?: Regressor;
  /**
   * The folds by which the predictions are made that the last one learns from; or "prefit": the regressors are fitted
   * already, on other rows, and are taken as they are. Default 5 folds.
   */
  readonly cv?: Folding | "prefit";
  /** Also show the features to the last one. Default false. */
  readonly passthrough?: boolean;
}

type Params = Required<StackingRegressorOptions>;

interface FittedStacking {
  readonly fitted: readonly Regressor[];
  readonly last: Regressor;
}

/**
 * Regressors whose predictions are the features of a last one: as `StackingClassifier`, for numbers.
 *
 * @see Breiman (1996), Stacked regressions, Machine Learning 24, 49–64.
 * @roadmap SUP-024
 * @example
 * ```ts
 * const model = new StackingRegressor({
 *   estimators: [["line", new LinearRegression()], ["mean", new DummyRegressor()]],
 *   finalEstimator: new LinearRegression(),
 *   cv: 2,
 * });
 * model.fit([[0], [1], [2], [3]], [0, 1, 2, 3]).predict([[5]]).round().toArray(); // → [5]
 * ```
 */
export class StackingRegressor extends BaseRegressor<Params, FittedStacking> {
  static override readonly typeName: string = "StackingRegressor";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimators: readonly NamedEstimator<Regressor>[];
  readonly finalEstimator: Regressor;
  readonly cv: Folding | "prefit";
  readonly passthrough: boolean;

  /** @throws ParameterError unless the names are different and all are regressors, and for folds that are none. */
  constructor({
    estimators,
    finalEstimator = new RidgeCV(),
    cv = 5,
    passthrough = false,
  }: StackingRegressorOptions) {
    super();
    const where = "StackingRegressor";
    this.estimators = checkNamed(where, estimators, "regressor", RESERVED);
    this.finalEstimator = checkInner(where, "finalEstimator", finalEstimator, ["regressor"]);
    this.cv = cv === "prefit" ? cv : checkFolding(where, cv);
    this.passthrough = checkBoolean(where, "passthrough", passthrough);
    Object.freeze(this);
  }

  /**
   * Fits a copy of each regressor on all rows, and one of the last on their predictions for rows left out. A second call
   * forgets the first.
   *
   * @param X what the regressors take: they may be pipelines that take tables
   * @throws ParameterError unless the folds test every row once; and what the regressors throw.
   */
  fit(X: Matrix, y: Targets, options: FitOptions = {}): this {
    const where = "StackingRegressor.fit";
    const kept = keptOf(this.estimators);
    const { cv } = this;
    const fitted = cv === "prefit" ? kept.map(([, one]) => one) : fitAll(kept, X, y, options);
    const answers =
      cv === "prefit"
        ? answersFor(fitted, X, [], "predict")
        : outOfFold(
            kept.map(([, one]) => one),
            [X, y],
            [],
            "predict",
            {
              folds: foldsOfRows(where, this, [X as Splittable, y as Splittable], { cv }),
              options,
            },
          );
    const Z = stacked(where, answers, X, this.passthrough);
    const last = fitCopy(this.finalEstimator, Z, y, options.sampleWeight);
    const { nFeaturesIn, featureNamesIn } = fitted[0]!;
    return this.keep({ fitted, last, nFeaturesIn, featureNamesIn });
  }

  override withParams(params: ParamRecord): this {
    const replaced = replaceNamed("StackingRegressor", { ...this.getParams() }, params);
    return new StackingRegressor(replaced as unknown as Params) as this;
  }

  /** As of every estimator. @throws ValueError if `cv` is something that makes folds, which JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    if (this.cv !== "prefit") checkSavableFolding("StackingRegressor.toJSON", this.cv);
    return super.toJSON();
  }

  /** The fitted regressors by their names. @throws NotFittedError before `fit`. */
  get namedEstimators(): Readonly<Record<string, Regressor>> {
    const { fitted } = this.learned("namedEstimators");
    return Object.fromEntries(keptOf(this.estimators).map(([name], k) => [name, fitted[k]!]));
  }

  /** The last regressor, fitted. @throws NotFittedError before `fit`. */
  get fittedFinalEstimator(): Regressor {
    return this.learned("fittedFinalEstimator").last;
  }

  /** What the last regressor sees of rows, shape (nSamples, nColumns). @throws as `predict`. */
  transform(X: Matrix): Tensor {
    const { fitted } = this.learned("transform");
    return this.#seen("transform", fitted, X);
  }

  /** The last regressor's predictions. @throws NotFittedError before `fit`; and what the regressors throw. */
  predict(X: Matrix): Tensor {
    const { fitted, last } = this.learned("predict");
    return last.predict(this.#seen("predict", fitted, X));
  }

  #seen(method: string, fitted: readonly Regressor[], X: Matrix): Tensor {
    const where = `StackingRegressor.${method}`;
    return stacked(where, answersFor(fitted, X, [], "predict"), X, this.passthrough);
  }
}
