export {
  type CovarianceOptions,
  correlationMatrix,
  covariance,
  type ObservationWeights,
} from "./descriptive/covariance";
export {
  type BiasOptions,
  type Description,
  describe,
  gmean,
  hmean,
  iqr,
  kurtosis,
  median,
  medianAbsDeviation,
  mode,
  skew,
  trimMean,
  zscore,
} from "./descriptive/descriptive";
export {
  percentile,
  quantile,
  type SampleQuantileOptions,
  type SampleQuantiles,
  type Shares,
} from "./descriptive/quantile";
export { weightedMean, weightedVariance } from "./descriptive/weighted";
export type { Weights } from "./descriptive/weights";
export { type BernoulliParameters, bernoulli } from "./distributions/bernoulli";
export { beta } from "./distributions/beta";
export { type BinomialParameters, binom } from "./distributions/binom";
export { cauchy } from "./distributions/cauchy";
export { chi } from "./distributions/chi";
export { chi2 } from "./distributions/chi2";
export {
  ContinuousDistribution,
  type ContinuousFamily,
  type ContinuousSpecification,
  defineContinuous,
  type LocationScale,
  type NoShapes,
  type StandardContinuous,
} from "./distributions/continuous";
export {
  DiscreteDistribution,
  type DiscreteFamily,
  type DiscreteSpecification,
  defineDiscrete,
  type Location,
  type StandardDiscrete,
} from "./distributions/discrete";
export { Distribution, type DrawOptions, type Moments } from "./distributions/distribution";
export { expon } from "./distributions/expon";
export { f } from "./distributions/f";
export type { FitData, FitOptions } from "./distributions/fit";
export { gamma } from "./distributions/gamma";
export { type GeometricParameters, geom } from "./distributions/geom";
export { gumbelL } from "./distributions/gumbel-l";
export { gumbelR } from "./distributions/gumbel-r";
export { halfnorm } from "./distributions/halfnorm";
export { type HypergeometricParameters, hypergeom } from "./distributions/hypergeom";
export { invgamma } from "./distributions/invgamma";
export { laplace } from "./distributions/laplace";
export { logistic } from "./distributions/logistic";
export { lognorm } from "./distributions/lognorm";
export { loguniform } from "./distributions/loguniform";
export { maxwell } from "./distributions/maxwell";
export { nbinom } from "./distributions/nbinom";
export { norm } from "./distributions/norm";
export type { Domain, Domains } from "./distributions/parameters";
export { pareto } from "./distributions/pareto";
export { type PoissonParameters, poisson } from "./distributions/poisson";
export { randint } from "./distributions/randint";
export { rayleigh } from "./distributions/rayleigh";
export { skewnorm } from "./distributions/skewnorm";
export { studentizedRange } from "./distributions/studentized-range";
export { t } from "./distributions/t";
export { triang } from "./distributions/triang";
export { truncnorm } from "./distributions/truncnorm";
export { uniform } from "./distributions/uniform";
export type { Mapped, Values } from "./distributions/values";
export { vonmises } from "./distributions/vonmises";
export { weibullMin } from "./distributions/weibull-min";
export { zipf } from "./distributions/zipf";
export {
  type Chi2ContingencyResult,
  type ChisquareOptions,
  chi2Contingency,
  chisquare,
  cramersV,
  fisherExact,
  type McnemarOptions,
  mcnemar,
  type Table,
} from "./hypothesis/contingency";
export {
  type CorrectionMethod,
  type MultipleTestsOptions,
  type MultipleTestsResult,
  multipletests,
} from "./hypothesis/corrections";
export {
  type KendallOptions,
  kendalltau,
  type PearsonOptions,
  type PearsonResult,
  pearsonr,
  spearmanr,
} from "./hypothesis/correlation";
export { type CohensDOptions, cohensD } from "./hypothesis/effect-sizes";
export {
  type AnovaResult,
  bartlett,
  fOneway,
  friedmanchisquare,
  kruskal,
  type LeveneOptions,
  levene,
} from "./hypothesis/groups";
export { type KS2Options, ks1samp, ks2samp } from "./hypothesis/kolmogorov-smirnov";
export {
  type AlternativeOptions,
  type JarqueBeraResult,
  jarqueBera,
  kurtosistest,
  normaltest,
  skewtest,
} from "./hypothesis/normality";
export {
  normalIndPower,
  normalIndSampleSize,
  type PowerOptions,
  proportionEffectsize,
  type SampleSizeGoal,
  type TwoSampleOptions,
  ttestIndPower,
  ttestIndSampleSize,
  ttestPower,
  ttestSampleSize,
} from "./hypothesis/power";
export {
  type BinomtestOptions,
  binomtest,
  type ProportionConfintOptions,
  type ProportionsZtestOptions,
  proportionConfint,
  proportionsZtest,
} from "./hypothesis/proportions";
export {
  type MannWhitneyOptions,
  mannwhitneyu,
  type RankMethod,
  type WilcoxonOptions,
  wilcoxon,
} from "./hypothesis/ranks";
export type { TestResult } from "./hypothesis/result";
export type { Interval, Sample } from "./hypothesis/samples";
export { shapiro } from "./hypothesis/shapiro";
export {
  type IntervalOptions,
  meanConfint,
  type TTestIndOptions,
  type TTestResult,
  ttest1samp,
  ttestInd,
  ttestRel,
  type ZTestOptions,
  ztest,
} from "./hypothesis/t-tests";
export type { Alternative } from "./hypothesis/tails";
export { type TukeyPair, tukeyHSD } from "./hypothesis/tukey-hsd";
export { type Dirichlet, dirichlet } from "./multivariate/dirichlet";
export {
  type Multinomial,
  type MultinomialParameters,
  multinomial,
} from "./multivariate/multinomial";
export {
  type MultivariateNormal,
  type MultivariateNormalFamily,
  type MultivariateNormalParameters,
  multivariateNormal,
} from "./multivariate/multivariate-normal";
export type { Points, PointValues } from "./multivariate/points";
export { type FindRootOptions, findRoot, type RootResult } from "./optimize/find-root";
export { type GradientDescentOptions, gradientDescent } from "./optimize/gradient-descent";
export { type MinimizeOptions, minimize } from "./optimize/minimize";
export {
  type ArrayMinimum,
  type MinimizeArrayOptions,
  minimizeArray,
  type ValueAndGradient,
} from "./optimize/minimize-array";
export {
  type MinimizeScalarOptions,
  minimizeScalar,
  type ScalarResult,
} from "./optimize/minimize-scalar";
export {
  type ProjectedGradientOptions,
  projectedGradientDescent,
} from "./optimize/projected-gradient";
export { projectOntoBall, projectOntoBox, projectOntoSimplex } from "./optimize/projections";
export type {
  Objective,
  OptimizeOptions,
  OptimizeResult,
  OptimizeStatus,
  OptimizeStep,
} from "./optimize/result";
export type { CovType } from "./regression/covariance";
export { addConstant, type DesignMatrix, type VariableNames } from "./regression/design";
export type { FamilyName } from "./regression/families";
export { GLM, type GLMFitOptions, type GLMOptions } from "./regression/glm";
export type { GLMResults } from "./regression/glm-results";
export { durbinWatson, type LinearResults } from "./regression/linear-results";
export type { LinkName } from "./regression/links";
export { Logit, type LogitFitOptions } from "./regression/logit";
export type { LogitResults } from "./regression/logit-results";
export { type LinearFitOptions, OLS, WLS, type WLSOptions } from "./regression/ols";
export type { RegressionResults, SummaryOptions } from "./regression/regression-results";
export type { CoefficientRow, Entry, Summary, SummaryParts } from "./regression/summary";
export { type BootstrapOptions, type BootstrapResult, bootstrap } from "./resampling/bootstrap";
export { type JackknifeResult, jackknife } from "./resampling/jackknife";
export {
  type MonteCarloTestOptions,
  type MonteCarloTestResult,
  monteCarloTest,
  type Source,
} from "./resampling/monte-carlo-test";
export {
  type PermutationTestOptions,
  type PermutationTestResult,
  permutationTest,
} from "./resampling/permutation-test";
export type {
  BatchStatistic,
  ResamplingOptions,
  Samples,
  Statistic,
} from "./resampling/samples";
export { betaln, logChoose } from "./special/beta";
export { digamma, polygamma, zeta } from "./special/digamma";
export { erf, erfc, erfcx } from "./special/erf";
export { gammaFunction, gammaln } from "./special/gamma";
export { betainc, betaincc, betainccinv, betaincinv } from "./special/incomplete-beta";
export { gammainc, gammaincc, gammainccinv, gammaincinv } from "./special/incomplete-gamma";
export { erfcinv, erfinv, logNdtr, ndtr, ndtri } from "./special/normal";
