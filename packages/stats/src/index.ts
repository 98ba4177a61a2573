export {
  type AlternativeOptions,
  type JarqueBeraResult,
  jarqueBera,
  kurtosistest,
  normaltest,
  skewtest,
} from "./hypothesis/normality";
export type { TestResult } from "./hypothesis/result";
export type { Interval, Sample } from "./hypothesis/samples";
export type { Alternative } from "./hypothesis/tails";
export { type FindRootOptions, findRoot, type RootResult } from "./optimize/find-root";
export { type GradientDescentOptions, gradientDescent } from "./optimize/gradient-descent";
export { type MinimizeOptions, minimize } from "./optimize/minimize";
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
export { betaln, logChoose } from "./special/beta";
export { digamma, polygamma, zeta } from "./special/digamma";
export { erf, erfc, erfcx } from "./special/erf";
export { gammaFunction, gammaln } from "./special/gamma";
export { betainc, betaincc, betainccinv, betaincinv } from "./special/incomplete-beta";
export { gammainc, gammaincc, gammainccinv, gammaincinv } from "./special/incomplete-gamma";
export { erfcinv, erfinv, logNdtr, ndtr, ndtri } from "./special/normal";
