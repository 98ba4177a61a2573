export { BaseClassifier, ProbabilisticClassifier } from "./base/base-classifier";
export { BaseEstimator } from "./base/base-estimator";
export { BaseRegressor } from "./base/base-regressor";
export { BaseTransformer } from "./base/base-transformer";
export type {
  Classifier,
  Estimator,
  FitOptions,
  Regressor,
  Transformed,
  Transformer,
} from "./base/estimator";
export { estimatorFromJSON } from "./base/from-json";
export type { Matrix, Targets, Weights } from "./base/inputs";
export type { EstimatorJSON } from "./base/json";
export type { Label, Labels } from "./base/labels";
export { LinearRegression, type LinearRegressionOptions } from "./linear-model/linear-regression";
export type { LinearRegressor } from "./linear-model/linear-regressor";
export { Ridge, type RidgeOptions } from "./linear-model/ridge";
export { meanAbsoluteError } from "./metrics/mean-absolute-error";
export { meanSquaredError } from "./metrics/mean-squared-error";
export { type R2Options, type RawR2Options, r2Score } from "./metrics/r2-score";
export type { MetricOptions, RawMetricOptions } from "./metrics/regression";
export { rootMeanSquaredError } from "./metrics/root-mean-squared-error";
export {
  type Split,
  type Splittable,
  type TrainTestSplitOptions,
  trainTestSplit,
} from "./model-selection/train-test-split";
export { Binarizer, type BinarizerOptions } from "./preprocessing/binarizer";
export {
  FunctionTransformer,
  type FunctionTransformerOptions,
  type MatrixFunction,
} from "./preprocessing/function-transformer";
export { MaxAbsScaler, type MaxAbsScalerOptions } from "./preprocessing/max-abs-scaler";
export { MinMaxScaler, type MinMaxScalerOptions } from "./preprocessing/min-max-scaler";
export { Normalizer, type NormalizerOptions, type RowNorm } from "./preprocessing/normalizer";
export {
  PolynomialFeatures,
  type PolynomialFeaturesOptions,
} from "./preprocessing/polynomial-features";
export { RobustScaler, type RobustScalerOptions } from "./preprocessing/robust-scaler";
export { StandardScaler, type StandardScalerOptions } from "./preprocessing/standard-scaler";
