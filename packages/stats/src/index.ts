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
export { betaln, logChoose } from "./special/beta";
export { digamma, polygamma, zeta } from "./special/digamma";
export { erf, erfc, erfcx } from "./special/erf";
export { gammaFunction, gammaln } from "./special/gamma";
export { betainc, betaincc, betainccinv, betaincinv } from "./special/incomplete-beta";
export { gammainc, gammaincc, gammainccinv, gammaincinv } from "./special/incomplete-gamma";
export { erfcinv, erfinv, logNdtr, ndtr, ndtri } from "./special/normal";
