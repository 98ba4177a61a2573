import type { SparseTensor, Tensor } from "@gradus/tensor";
import type { Matrix, Targets, Weights } from "./inputs";
import type { EstimatorJSON } from "./json";
import type { Label, Labels } from "./labels";

/** What every estimator has: options that never change, and what `fit` learned. */
export interface Estimator<Params extends object = object> {
  /** The options, with the defaults filled in. */
  getParams(): Params;
  /** An estimator with the same options that has not learned anything. */
  clone(): Estimator<Params>;
  /** An estimator with some options replaced; `step.alpha` names an option of an estimator inside. */
  withParams(params: Readonly<Record<string, unknown>>): Estimator<Params>;
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
  readonly estimatorType: "regressor";
  fit(X: Matrix, y: Targets, options?: FitOptions): this;
  predict(X: Matrix): Tensor;
  /** The R² of the predictions. */
  score(X: Matrix, y: Targets, options?: FitOptions): number;
  clone(): Regressor<Params>;
}

/** An estimator that predicts labels. */
export interface Classifier<Params extends object = object> extends Estimator<Params> {
  readonly estimatorType: "classifier";
  /** The labels seen in `fit`, sorted. @throws NotFittedError before it. */
  readonly classes: readonly Label[];
  fit(X: Matrix, y: Labels, options?: FitOptions): this;
  predict(X: Matrix): Label[];
  /** The share of the labels that are predicted right. */
  score(X: Matrix, y: Labels, options?: FitOptions): number;
  clone(): Classifier<Params>;
}

/** An estimator that tells unusual rows from usual ones. */
export interface OutlierDetector<Params extends object = object> extends Estimator<Params> {
  readonly estimatorType: "outlierDetector";
  fit(X: Matrix, options?: FitOptions): this;
  /** 1 for rows that are usual, −1 for outliers. */
  predict(X: Matrix): number[];
  clone(): OutlierDetector<Params>;
}

/** What a transformer can give. */
export type Transformed = Tensor | SparseTensor;

/** An estimator that changes the features; some look at the targets as well. `Input` is what goes in. */
export interface Transformer<
  Params extends object = object,
  Output extends Transformed = Transformed,
  Input = Matrix,
> extends Estimator<Params> {
  readonly estimatorType: "transformer";
  fit(X: Input, y?: Targets | Labels): this;
  transform(X: Input): Output;
  fitTransform(X: Input, y?: Targets | Labels): Output;
  /** The name of each column that `transform` gives. */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[];
  clone(): Transformer<Params, Output, Input>;
}
