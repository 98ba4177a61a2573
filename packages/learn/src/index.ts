export { BaseClassifier, ProbabilisticClassifier } from "./base/base-classifier";
export { BaseEstimator } from "./base/base-estimator";
export { BaseOutlierDetector } from "./base/base-outlier-detector";
export { BaseRegressor } from "./base/base-regressor";
export { BaseTransformer } from "./base/base-transformer";
export type { Cells, CellValue } from "./base/cells";
export type { ClassWeight } from "./base/class-weight";
export type {
  Classifier,
  Estimator,
  FitOptions,
  OutlierDetector,
  Regressor,
  Transformed,
  Transformer,
} from "./base/estimator";
export { estimatorFromJSON } from "./base/from-json";
export type { MaybeSparse } from "./base/indicators";
export type { IfHas, InnerPredictor, ScoreMethod } from "./base/inner";
export type { Matrix, Targets, Weights } from "./base/inputs";
export type { EstimatorJSON } from "./base/json";
export type { Label, Labels } from "./base/labels";
export type { AnyMatrix } from "./base/sparse-inputs";
export {
  CalibratedClassifierCV,
  type CalibratedClassifierCVOptions,
} from "./calibration/calibrated-classifier-cv";
export {
  type CalibrationCurve,
  type CalibrationCurveOptions,
  calibrationCurve,
} from "./calibration/calibration-curve";
export type { CalibrationMethod } from "./calibration/calibrators";
export {
  type ColumnChoice,
  type ColumnSelector,
  makeColumnSelector,
} from "./compose/column-selector";
export {
  type ColumnPart,
  ColumnTransformer,
  type ColumnTransformerOptions,
  makeColumnTransformer,
} from "./compose/column-transformer";
export {
  type InvertibleTransformer,
  TransformedTargetRegressor,
  type TransformedTargetRegressorOptions,
} from "./compose/transformed-target-regressor";
export {
  LinearDiscriminantAnalysis,
  type LinearDiscriminantAnalysisOptions,
} from "./discriminant-analysis/linear-discriminant-analysis";
export {
  QuadraticDiscriminantAnalysis,
  type QuadraticDiscriminantAnalysisOptions,
} from "./discriminant-analysis/quadratic-discriminant-analysis";
export type { Shrinkage } from "./discriminant-analysis/shrunk-covariance";
export {
  DummyClassifier,
  type DummyClassifierOptions,
  type DummyStrategy,
} from "./dummy/dummy-classifier";
export { DummyRegressor, type DummyRegressorOptions } from "./dummy/dummy-regressor";
export { BaggingClassifier, type BaggingClassifierOptions } from "./ensemble/bagging-classifier";
export type { BaggingDraws } from "./ensemble/bagging-draws";
export { BaggingRegressor, type BaggingRegressorOptions } from "./ensemble/bagging-regressor";
export type { NamedEstimator } from "./ensemble/named-estimators";
export type { StackMethod } from "./ensemble/stacked-features";
export { StackingClassifier, type StackingClassifierOptions } from "./ensemble/stacking-classifier";
export { StackingRegressor, type StackingRegressorOptions } from "./ensemble/stacking-regressor";
export { VotingClassifier, type VotingClassifierOptions } from "./ensemble/voting-classifier";
export { VotingRegressor, type VotingRegressorOptions } from "./ensemble/voting-regressor";
export type { AccentStripping } from "./feature-extraction/accents";
export type { Analyze, Analyzer, AnalyzerOptions } from "./feature-extraction/analyzer";
export {
  CountVectorizer,
  type CountVectorizerOptions,
} from "./feature-extraction/count-vectorizer";
export { DictVectorizer, type DictVectorizerOptions } from "./feature-extraction/dict-vectorizer";
export type { Documents } from "./feature-extraction/documents";
export { ENGLISH_STOP_WORDS } from "./feature-extraction/english-stop-words";
export {
  FeatureHasher,
  type FeatureHasherOptions,
  type FeaturePair,
  type HashableRows,
} from "./feature-extraction/feature-hasher";
export type { HashingOptions } from "./feature-extraction/hashed-columns";
export {
  HashingVectorizer,
  type HashingVectorizerOptions,
} from "./feature-extraction/hashing-vectorizer";
export type { NgramRange } from "./feature-extraction/n-grams";
export type { FeatureRecord, FeatureValue } from "./feature-extraction/records";
export type { TfidfOptions } from "./feature-extraction/tfidf";
export {
  TfidfTransformer,
  type TfidfTransformerOptions,
} from "./feature-extraction/tfidf-transformer";
export {
  TfidfVectorizer,
  type TfidfVectorizerOptions,
} from "./feature-extraction/tfidf-vectorizer";
export type { Vocabulary } from "./feature-extraction/vocabulary";
export type { VocabularyOptions } from "./feature-extraction/vocabulary-vectorizer";
export { chi2 } from "./feature-selection/chi2";
export { fClassif } from "./feature-selection/f-classif";
export { fRegression } from "./feature-selection/f-regression";
export {
  GenericUnivariateSelect,
  type GenericUnivariateSelectOptions,
  type SelectionMode,
} from "./feature-selection/generic-univariate-select";
export type { ImportanceGetter } from "./feature-selection/importances";
export {
  type MutualInfoOptions,
  mutualInfoClassif,
  mutualInfoRegression,
} from "./feature-selection/mutual-info-scores";
export { type CorrelationOptions, rRegression } from "./feature-selection/r-regression";
export { RFE, type RFEOptions } from "./feature-selection/rfe";
export { RFECV, type RFECVFitOptions, type RFECVOptions } from "./feature-selection/rfecv";
export type { ScoreFunction, ScoreFunctionName } from "./feature-selection/score-function";
export type { FeatureScores, FeatureTests } from "./feature-selection/scores";
export { SelectFdr, type SelectFdrOptions } from "./feature-selection/select-fdr";
export { SelectFpr, type SelectFprOptions } from "./feature-selection/select-fpr";
export {
  type ImportanceThreshold,
  SelectFromModel,
  type SelectFromModelOptions,
} from "./feature-selection/select-from-model";
export { SelectFwe, type SelectFweOptions } from "./feature-selection/select-fwe";
export { SelectKBest, type SelectKBestOptions } from "./feature-selection/select-k-best";
export {
  SelectPercentile,
  type SelectPercentileOptions,
} from "./feature-selection/select-percentile";
export {
  SequentialFeatureSelector,
  type SequentialFeatureSelectorOptions,
  type SequentialFitOptions,
} from "./feature-selection/sequential-feature-selector";
export type { UnivariateOptions } from "./feature-selection/univariate-selector";
export {
  VarianceThreshold,
  type VarianceThresholdOptions,
} from "./feature-selection/variance-threshold";
export { FrozenEstimator, type FrozenEstimatorOptions } from "./frozen/frozen-estimator";
export {
  GaussianProcessClassifier,
  type GaussianProcessClassifierOptions,
} from "./gaussian-process/gaussian-process-classifier";
export {
  GaussianProcessRegressor,
  type GaussianProcessRegressorOptions,
} from "./gaussian-process/gaussian-process-regressor";
export type { GaussianProcessOptions } from "./gaussian-process/hyperparameters";
export {
  ConstantKernel,
  type ConstantKernelOptions,
} from "./gaussian-process/kernels/constant-kernel";
export { DotProduct, type DotProductOptions } from "./gaussian-process/kernels/dot-product";
export {
  ExpSineSquared,
  type ExpSineSquaredOptions,
} from "./gaussian-process/kernels/exp-sine-squared";
export { kernelFromJSON } from "./gaussian-process/kernels/from-json";
export {
  Exponentiation,
  type ExponentiationOptions,
  Kernel,
  type KernelBounds,
  type KernelGradients,
  type KernelJSON,
  type KernelPairOptions,
  Product,
  Sum,
} from "./gaussian-process/kernels/kernel";
export { Matern, type MaternNu, type MaternOptions } from "./gaussian-process/kernels/matern";
export {
  RationalQuadratic,
  type RationalQuadraticOptions,
} from "./gaussian-process/kernels/rational-quadratic";
export { RBF, type RBFOptions } from "./gaussian-process/kernels/rbf";
export { WhiteKernel, type WhiteKernelOptions } from "./gaussian-process/kernels/white-kernel";
export type { ValueAndGradient } from "./gaussian-process/minimize-in-box";
export { ADASYN, type ADASYNOptions } from "./imbalance/adasyn";
export { BaseSampler, type Resampled, type Sampler } from "./imbalance/base-sampler";
export { BorderlineSMOTE, type BorderlineSMOTEOptions } from "./imbalance/borderline-smote";
export {
  EditedNearestNeighbours,
  type EditedNearestNeighboursOptions,
} from "./imbalance/edited-nearest-neighbours";
export { NearMiss, type NearMissOptions } from "./imbalance/near-miss";
export { RandomOverSampler, type RandomOverSamplerOptions } from "./imbalance/random-over-sampler";
export {
  RandomUnderSampler,
  type RandomUnderSamplerOptions,
} from "./imbalance/random-under-sampler";
export { RowSampler } from "./imbalance/row-sampler";
export type { CleaningStrategy, SamplingStrategy } from "./imbalance/sampling-strategy";
export { SMOTE, type SMOTEOptions } from "./imbalance/smote";
export { SMOTETomek, type SMOTETomekOptions } from "./imbalance/smote-tomek";
export { TomekLinks, type TomekLinksOptions } from "./imbalance/tomek-links";
export { CategoryImputer, type CategoryImputerOptions } from "./impute/category-imputer";
export type { GapOptions } from "./impute/gaps";
export type { ImputationOrder } from "./impute/imputation-rounds";
export { IterativeImputer, type IterativeImputerOptions } from "./impute/iterative-imputer";
export { KNNImputer, type KNNImputerOptions } from "./impute/knn-imputer";
export { MissingIndicator, type MissingIndicatorOptions } from "./impute/missing-indicator";
export {
  type ImputeStrategy,
  SimpleImputer,
  type SimpleImputerOptions,
} from "./impute/simple-imputer";
export type { FeatureName } from "./inspection/changed-features";
export {
  type PartialDependence,
  type PartialDependenceOptions,
  partialDependence,
} from "./inspection/partial-dependence";
export {
  type PermutationImportance,
  type PermutationImportanceOptions,
  permutationImportance,
} from "./inspection/permutation-importance";
export {
  type IsotonicOptions,
  IsotonicRegression,
  type IsotonicRegressionOptions,
  isotonicRegression,
  type OneFeature,
} from "./isotonic/isotonic-regression";
export { KernelRidge, type KernelRidgeOptions } from "./kernel-ridge/kernel-ridge";
export { BayesianRidge, type BayesianRidgeOptions } from "./linear-model/bayesian-ridge";
export { ElasticNet, type ElasticNetOptions } from "./linear-model/elastic-net";
export { ElasticNetCV, type ElasticNetCVOptions } from "./linear-model/elastic-net-cv";
export { type EnetPath, type EnetPathOptions, enetPath } from "./linear-model/enet-path";
export { HuberRegressor, type HuberRegressorOptions } from "./linear-model/huber-regressor";
export { Lars, type LarsOptions } from "./linear-model/lars";
export { type LarsPath, type LarsPathOptions, larsPath } from "./linear-model/lars-path";
export type { FittedPath } from "./linear-model/lars-regressor";
export { Lasso, type LassoOptions } from "./linear-model/lasso";
export { LassoCV, type LassoCVOptions } from "./linear-model/lasso-cv";
export { LassoLars, type LassoLarsOptions } from "./linear-model/lasso-lars";
export { type LassoPathOptions, lassoPath } from "./linear-model/lasso-path";
export type { LinearClassifier } from "./linear-model/linear-classifier";
export { LinearRegression, type LinearRegressionOptions } from "./linear-model/linear-regression";
export type { LinearRegressor } from "./linear-model/linear-regressor";
export {
  LogisticRegression,
  type LogisticRegressionOptions,
} from "./linear-model/logistic-regression";
export {
  LogisticRegressionCV,
  type LogisticRegressionCVOptions,
} from "./linear-model/logistic-regression-cv";
export { Perceptron, type PerceptronOptions } from "./linear-model/perceptron";
export {
  QuantileRegressor,
  type QuantileRegressorOptions,
} from "./linear-model/quantile-regressor";
export { RANSACRegressor, type RANSACRegressorOptions } from "./linear-model/ransac-regressor";
export { Ridge, type RidgeOptions } from "./linear-model/ridge";
export { RidgeCV, type RidgeCVOptions } from "./linear-model/ridge-cv";
export { SGDClassifier, type SGDClassifierOptions } from "./linear-model/sgd-classifier";
export { SGDRegressor, type SGDRegressorOptions } from "./linear-model/sgd-regressor";
export { accuracyScore, type RowOptions } from "./metrics/accuracy-score";
export { auc } from "./metrics/auc";
export {
  type AveragePrecisionOptions,
  averagePrecisionScore,
  type EachAveragePrecisionOptions,
} from "./metrics/average-precision-score";
export type { Average, AverageOptions, EachClassOptions } from "./metrics/averaging";
export {
  type BalancedAccuracyOptions,
  balancedAccuracyScore,
} from "./metrics/balanced-accuracy-score";
export { type BrierScoreOptions, brierScoreLoss } from "./metrics/brier-score-loss";
export {
  ClassificationReport,
  type ClassificationReportOptions,
  classificationReport,
  type ReportRow,
} from "./metrics/classification-report";
export { type CohenKappaOptions, cohenKappaScore } from "./metrics/cohen-kappa-score";
export { type ConfusionMatrixOptions, confusionMatrix } from "./metrics/confusion-matrix";
export { d2AbsoluteErrorScore } from "./metrics/d2-absolute-error-score";
export { d2LogLossScore } from "./metrics/d2-log-loss-score";
export { d2PinballScore } from "./metrics/d2-pinball-score";
export { d2TweedieScore } from "./metrics/d2-tweedie-score";
export { type DetCurve, type DetCurveOptions, detCurve } from "./metrics/det-curve";
export { explainedVarianceScore } from "./metrics/explained-variance-score";
export { f1Score } from "./metrics/f1-score";
export { fbetaScore } from "./metrics/fbeta-score";
export { hammingLoss } from "./metrics/hamming-loss";
export { type HingeLossOptions, hingeLoss } from "./metrics/hinge-loss";
export type { IndicatorAverage } from "./metrics/indicator-average";
export { jaccardScore } from "./metrics/jaccard-score";
export type { ClassTargets, Indicators } from "./metrics/label-pairs";
export { type LogLossOptions, logLoss } from "./metrics/log-loss";
export { matthewsCorrcoef } from "./metrics/matthews-corrcoef";
export { maxError } from "./metrics/max-error";
export { meanAbsoluteError } from "./metrics/mean-absolute-error";
export { meanAbsolutePercentageError } from "./metrics/mean-absolute-percentage-error";
export { meanGammaDeviance } from "./metrics/mean-gamma-deviance";
export {
  meanPinballLoss,
  type PinballOptions,
  type RawPinballOptions,
} from "./metrics/mean-pinball-loss";
export { meanPoissonDeviance } from "./metrics/mean-poisson-deviance";
export { meanSquaredError } from "./metrics/mean-squared-error";
export { meanSquaredLogError } from "./metrics/mean-squared-log-error";
export { meanTweedieDeviance, type TweedieOptions } from "./metrics/mean-tweedie-deviance";
export { medianAbsoluteError } from "./metrics/median-absolute-error";
export {
  type MultilabelConfusionOptions,
  multilabelConfusionMatrix,
} from "./metrics/multilabel-confusion-matrix";
export { type DcgOptions, dcgScore, ndcgScore } from "./metrics/ndcg-score";
export {
  additiveChi2Kernel,
  type Chi2KernelOptions,
  chi2Kernel,
} from "./metrics/pairwise/chi2-kernel";
export { cosineDistances, cosineSimilarity } from "./metrics/pairwise/cosine-similarity";
export type { DistanceMetric, MetricName } from "./metrics/pairwise/distance-metric";
export {
  type EuclideanDistancesOptions,
  euclideanDistances,
} from "./metrics/pairwise/euclidean-distances";
export { laplacianKernel } from "./metrics/pairwise/laplacian-kernel";
export { linearKernel } from "./metrics/pairwise/linear-kernel";
export { manhattanDistances } from "./metrics/pairwise/manhattan-distances";
export {
  type PairwiseDistancesOptions,
  pairwiseDistances,
} from "./metrics/pairwise/pairwise-distances";
export {
  type KernelName,
  type PairwiseKernel,
  type PairwiseKernelsOptions,
  pairwiseKernels,
} from "./metrics/pairwise/pairwise-kernels";
export {
  type PolynomialKernelOptions,
  polynomialKernel,
} from "./metrics/pairwise/polynomial-kernel";
export { type GammaOptions, rbfKernel } from "./metrics/pairwise/rbf-kernel";
export { type SigmoidKernelOptions, sigmoidKernel } from "./metrics/pairwise/sigmoid-kernel";
export {
  type PrecisionRecallCurve,
  type PrecisionRecallCurveOptions,
  precisionRecallCurve,
} from "./metrics/precision-recall-curve";
export {
  type AveragedScores,
  type BetaOption,
  type EachClassScores,
  precisionRecallFscoreSupport,
} from "./metrics/precision-recall-fscore-support";
export { precisionScore } from "./metrics/precision-score";
export { type R2Options, type RawR2Options, r2Score } from "./metrics/r2-score";
export { recallScore } from "./metrics/recall-score";
export type { MetricOptions, RawMetricOptions } from "./metrics/regression";
export {
  type EachRocAucOptions,
  type RocAucOptions,
  rocAucScore,
} from "./metrics/roc-auc-score";
export { type RocCurve, type RocCurveOptions, rocCurve } from "./metrics/roc-curve";
export { rootMeanSquaredError } from "./metrics/root-mean-squared-error";
export { rootMeanSquaredLogError } from "./metrics/root-mean-squared-log-error";
export {
  getScorer,
  type Metric,
  makeScorer,
  type Predictor,
  type ResponseMethod,
  type Scorer,
  type ScorerName,
  type ScorerOptions,
  type Scoring,
} from "./metrics/scorer";
export type { CurveOptions } from "./metrics/threshold-counts";
export { type TopKAccuracyOptions, topKAccuracyScore } from "./metrics/top-k-accuracy-score";
export { zeroOneLoss } from "./metrics/zero-one-loss";
export {
  BaseSearch,
  type SearchFitOptions,
  type SearchOptions,
} from "./model-selection/base-search";
export {
  type CrossValPredictOptions,
  crossValPredict,
} from "./model-selection/cross-val-predict";
export {
  type CrossValidateOptions,
  CrossValidateResult,
  crossValidate,
  crossValScore,
  type ScoringChoice,
} from "./model-selection/cross-validate";
export { crossValidateAsync } from "./model-selection/cross-validate-async";
export type {
  CrossValidator,
  Fold,
  FoldOptions,
  FoldRows,
} from "./model-selection/cross-validator";
export {
  type CurveScores,
  type CurveScoringOptions,
  type LearningCurveOptions,
  learningCurve,
  type ValidationCurveOptions,
  validationCurve,
} from "./model-selection/curves";
export {
  FixedThresholdClassifier,
  type FixedThresholdClassifierOptions,
} from "./model-selection/fixed-threshold-classifier";
export type { Folding } from "./model-selection/folding";
export { GridSearchCV, type GridSearchOptions } from "./model-selection/grid-search-cv";
export { GroupKFold } from "./model-selection/group-k-fold";
export {
  HalvingGridSearchCV,
  type HalvingGridSearchOptions,
} from "./model-selection/halving-grid-search-cv";
export { KFold } from "./model-selection/k-fold";
export {
  LeaveOneGroupOut,
  LeaveOneOut,
  LeavePGroupsOut,
  LeavePOut,
} from "./model-selection/leave-out";
export type { WorkerOptions } from "./model-selection/parallel/options";
export { WorkerError } from "./model-selection/parallel/worker-error";
export { WorkerPool, type WorkerPoolOptions } from "./model-selection/parallel/worker-pool";
export {
  type Drawable,
  type ParamChoice,
  type ParamDistributions,
  type ParamGrid,
  parameterGrid,
  parameterSampler,
  type QuantileDistribution,
  type QuantileDistributions,
} from "./model-selection/parameters";
export {
  type PermutationTestOptions,
  permutationTestScore,
} from "./model-selection/permutation-test-score";
export { PredefinedSplit } from "./model-selection/predefined-split";
export {
  RandomizedSearchCV,
  type RandomizedSearchOptions,
} from "./model-selection/randomized-search-cv";
export {
  type RepeatedFoldOptions,
  RepeatedKFold,
  RepeatedStratifiedKFold,
} from "./model-selection/repeated-k-fold";
export type { Splittable } from "./model-selection/rows";
export {
  GroupShuffleSplit,
  ShuffleSplit,
  type ShuffleSplitOptions,
  StratifiedShuffleSplit,
} from "./model-selection/shuffle-split";
export { StratifiedGroupKFold } from "./model-selection/stratified-group-k-fold";
export { StratifiedKFold } from "./model-selection/stratified-k-fold";
export type { ThresholdMethod } from "./model-selection/thresholded";
export { TimeSeriesSplit, type TimeSeriesSplitOptions } from "./model-selection/time-series-split";
export { TPESearchCV, type TPESearchOptions } from "./model-selection/tpe-search-cv";
export {
  type Split,
  type TrainTestSplitOptions,
  trainTestSplit,
} from "./model-selection/train-test-split";
export {
  TunedThresholdClassifierCV,
  type TunedThresholdClassifierCVOptions,
} from "./model-selection/tuned-threshold-classifier-cv";
export { OneVsOneClassifier } from "./multiclass/one-vs-one-classifier";
export { type BinaryPartsOptions, OneVsRestClassifier } from "./multiclass/one-vs-rest-classifier";
export {
  OutputCodeClassifier,
  type OutputCodeClassifierOptions,
} from "./multiclass/output-code-classifier";
export type { ChainOrder } from "./multioutput/chain";
export {
  type ChainMethod,
  ClassifierChain,
  type ClassifierChainOptions,
} from "./multioutput/classifier-chain";
export type { LabelRows } from "./multioutput/label-columns";
export {
  MultiOutputClassifier,
  type MultiOutputClassifierOptions,
} from "./multioutput/multi-output-classifier";
export {
  MultiOutputRegressor,
  type MultiOutputRegressorOptions,
} from "./multioutput/multi-output-regressor";
export { RegressorChain, type RegressorChainOptions } from "./multioutput/regressor-chain";
export type { DiscreteNBOptions } from "./naive-bayes/base-discrete-nb";
export type { PartialFitOptions } from "./naive-bayes/base-naive-bayes";
export { BernoulliNB, type BernoulliNBOptions } from "./naive-bayes/bernoulli-nb";
export { CategoricalNB, type CategoricalNBOptions } from "./naive-bayes/categorical-nb";
export { ComplementNB, type ComplementNBOptions } from "./naive-bayes/complement-nb";
export { GaussianNB, type GaussianNBOptions } from "./naive-bayes/gaussian-nb";
export { MultinomialNB } from "./naive-bayes/multinomial-nb";
export { BallTree } from "./neighbors/ball-tree";
export { KNeighborsClassifier } from "./neighbors/k-neighbors-classifier";
export { type KNeighborsOptions, KNeighborsRegressor } from "./neighbors/k-neighbors-regressor";
export { KDTree } from "./neighbors/kd-tree";
export { NearestCentroid, type NearestCentroidOptions } from "./neighbors/nearest-centroid";
export {
  type GraphQuery,
  type KNeighborsQuery,
  NearestNeighbors,
  type NearestNeighborsOptions,
  type RadiusQuery,
} from "./neighbors/nearest-neighbors";
export type { GraphMode } from "./neighbors/neighbor-graph";
export type {
  Neighbors,
  NeighborsAlgorithm,
  NeighborsOptions,
  RadiusNeighbors,
} from "./neighbors/neighborhood";
export type { PointTree, TreeNeighbors, TreeOptions } from "./neighbors/point-tree";
export {
  RadiusNeighborsClassifier,
  type RadiusNeighborsClassifierOptions,
} from "./neighbors/radius-neighbors-classifier";
export {
  RadiusNeighborsRegressor,
  type RadiusNeighborsRegressorOptions,
} from "./neighbors/radius-neighbors-regressor";
export type { NeighborWeights } from "./neighbors/vote-weights";
export { estimatorFromOnnx } from "./onnx/estimator-from-onnx";
export {
  FeatureUnion,
  type FeatureUnionOptions,
  makeUnion,
  type UnionPart,
} from "./pipeline/feature-union";
export {
  makePipeline,
  Pipeline,
  type PipelineOptions,
  type PipelineSteps,
} from "./pipeline/pipeline";
export type { FinalStep, NamedStep, TransformerStep } from "./pipeline/steps";
export { Binarizer, type BinarizerOptions } from "./preprocessing/binarizer";
export type { CategoriesOption, RareOptions } from "./preprocessing/categories";
export {
  FunctionTransformer,
  type FunctionTransformerOptions,
  type MatrixFunction,
} from "./preprocessing/function-transformer";
export { KBinsDiscretizer, type KBinsDiscretizerOptions } from "./preprocessing/k-bins-discretizer";
export { LabelBinarizer, type LabelBinarizerOptions } from "./preprocessing/label-binarizer";
export { LabelEncoder } from "./preprocessing/label-encoder";
export { MaxAbsScaler, type MaxAbsScalerOptions } from "./preprocessing/max-abs-scaler";
export { MinMaxScaler, type MinMaxScalerOptions } from "./preprocessing/min-max-scaler";
export {
  type LabelSets,
  MultiLabelBinarizer,
  type MultiLabelBinarizerOptions,
} from "./preprocessing/multi-label-binarizer";
export { Normalizer, type NormalizerOptions } from "./preprocessing/normalizer";
export {
  type DropOption,
  OneHotEncoder,
  type OneHotEncoderOptions,
} from "./preprocessing/one-hot-encoder";
export { OrdinalEncoder, type OrdinalEncoderOptions } from "./preprocessing/ordinal-encoder";
export {
  PolynomialFeatures,
  type PolynomialFeaturesOptions,
} from "./preprocessing/polynomial-features";
export type { PowerMethod } from "./preprocessing/power-functions";
export { PowerTransformer, type PowerTransformerOptions } from "./preprocessing/power-transformer";
export {
  QuantileTransformer,
  type QuantileTransformerOptions,
} from "./preprocessing/quantile-transformer";
export { RobustScaler, type RobustScalerOptions } from "./preprocessing/robust-scaler";
export type { RowNorm } from "./preprocessing/row-norms";
export type { Smooth } from "./preprocessing/shrunk-means";
export {
  type Extrapolation,
  SplineTransformer,
  type SplineTransformerOptions,
} from "./preprocessing/spline-transformer";
export { StandardScaler, type StandardScalerOptions } from "./preprocessing/standard-scaler";
export {
  TargetEncoder,
  type TargetEncoderOptions,
  type TargetType,
} from "./preprocessing/target-encoder";
export type { BaseSVCOptions } from "./svm/base-svc";
export { type FromLibsvmModelOptions, fromLibsvmModel } from "./svm/from-libsvm-model";
export type { KernelFunction, KernelOptions, SVMGamma, SVMKernel } from "./svm/kernel";
export type { KernelMachineOptions } from "./svm/kernel-options";
export { LinearSVC, type LinearSVCKind, type LinearSVCOptions } from "./svm/linear-svc";
export { LinearSVR, type LinearSVROptions } from "./svm/linear-svr";
export { NuSVC, type NuSVCOptions } from "./svm/nu-svc";
export { NuSVR, type NuSVROptions } from "./svm/nu-svr";
export { OneClassSVM, type OneClassSVMOptions } from "./svm/one-class-svm";
export { SVC, type SVCOptions } from "./svm/svc";
export { SVR, type SVROptions } from "./svm/svr";
export { type LibsvmMachine, toLibsvmModel } from "./svm/to-libsvm-model";
