import type { Tensor } from "@gradus/tensor";
import type { Matrix, Targets, Weights } from "./inputs";
import type { EstimatorJSON } from "./json";

/** What every estimator has: options that never change, and what `fit` learned. */
export interface Estimator<Params extends object = object> {
  /** The options, with the defaults filled in. */
  getParams(): Params;
  /** An estimator with the same options that has not learned anything. */
  clone(): Estimator<Params>;
  /** The number of features seen in `fit`. @throws NotFittedError before it. */
  readonly nFeaturesIn: number;
  /** The names of the features, if `fit` was given a table. @throws NotFittedError before it. */
  readonly featureNamesIn: readonly string[] | undefined;
  /** The options and all that was learned, as plain JSON. */
  toJSON(): EstimatorJSON;
}

/** What `fit` and `score` can be told beside the data. */
export interface FitOptions {
  /** How much each row counts; 0 leaves it out. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/** An estimator that predicts numbers. */
export interface Regressor<Params extends object = object> extends Estimator<Params> {
  fit(X: Matrix, y: Targets, options?: FitOptions): this;
  predict(X: Matrix): Tensor;
  /** The R² of the predictions. */
  score(X: Matrix, y: Targets, options?: FitOptions): number;
  clone(): Regressor<Params>;
}

/** An estimator that changes the features. */
export interface Transformer<Params extends object = object> extends Estimator<Params> {
  fit(X: Matrix): this;
  transform(X: Matrix): Tensor;
  fitTransform(X: Matrix): Tensor;
  clone(): Transformer<Params>;
}
