export type { Estimator, FitOptions, Regressor, Transformer } from "./base/estimator";
export type { Matrix, Targets, Weights } from "./base/inputs";
export type { EstimatorJSON } from "./base/json";
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
export { StandardScaler, type StandardScalerOptions } from "./preprocessing/standard-scaler";
