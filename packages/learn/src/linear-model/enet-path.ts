import {
  checkBetween,
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkPositive,
  ParameterError,
  ShapeError,
} from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Targets } from "../base/inputs";
import { type AnyMatrix, checkAnySupervised } from "../base/sparse-inputs";
import { centered } from "./centering";
import {
  type ElasticLimits,
  ElasticProblem,
  type ElasticSolution,
  weightsMatrix,
} from "./elastic-problem";
import { warnUnlessConverged } from "./elastic-regressor";

/** The options of `enetPath`. */
export interface EnetPathOptions {
  /** The share of the L1 penalty, above 0 and at most 1. Default 0.5. */
  readonly l1Ratio?: number;
  /** The smallest alpha over the largest one, where alphas are not given. Default 1e-3. */
  readonly eps?: number;
  /** The strengths, or how many. Default 100, from the smallest with which all weights are 0. */
  readonly alphas?: number | readonly number[];
  /** Allow no negative weights. Default false. */
  readonly positive?: boolean;
  /** The most rounds for each alpha. Default 1000. */
  readonly maxIter?: number;
  /** Stop when the duality gap is at most tol · ‖y‖². Default 1e-4. */
  readonly tol?: number;
}

/** The weights for each of several strengths of the penalty. */
export interface EnetPath {
  /** The strengths, descending. */
  readonly alphas: Float64Array;
  /** Shape (nFeatures, nAlphas). */
  readonly coefs: Tensor;
  /** At most so much each objective is above its minimum. */
  readonly dualGaps: Float64Array;
  readonly nIters: Int32Array;
}

/**
 * The weights of an elastic net for one target and each of several strengths of the penalty, each search starting where
 * the one before ended. There is no intercept: centre X and y first. X may be a `SparseTensor`.
 *
 * @throws ParameterError for options that cannot be; ShapeError and ValueError as `ElasticNet.fit`.
 * @see Friedman, Hastie and Tibshirani (2010), J. Stat. Software 33(1), 1–22.
 * @example
 * ```ts
 * const { coefs } = enetPath([[-1], [0], [1]], [-2, 0, 2], { alphas: 3, l1Ratio: 1 });
 * coefs.mul(100).round().toArray(); // → [[0, 194, 200]]
 * ```
 */
export function enetPath(X: AnyMatrix, y: Targets, options: EnetPathOptions = {}): EnetPath {
  return elasticPath("enetPath", [X, y], options);
}

/** As `enetPath`, for the function `where`. */
export function elasticPath(
  where: string,
  [X, y]: readonly [X: AnyMatrix, y: Targets],
  {
    l1Ratio = 0.5,
    eps = 1e-3,
    alphas = 100,
    positive = false,
    maxIter = 1000,
    tol = 1e-4,
  }: EnetPathOptions,
): EnetPath {
  const limits = checkLimits(where, { tol, maxIter, positive });
  checkShare(where, l1Ratio);
  const grid = checkAlphas(where, alphas, eps);
  const read = checkAnySupervised(where, X, y);
  if (read.Y.shape[1] !== 1) {
    throw new ShapeError(`${where}: expected one target, got ${read.Y.shape[1]}`);
  }
  const problem = ElasticProblem.each(centered(read, false).X, read.Y, read.X.shape[0]!)[0]!;
  const strengths = grid(problem.largestAlpha(l1Ratio, positive));
  const solutions = solutionsAlong(problem, { l1Ratio, alphas: strengths }, limits);
  warnUnlessConverged(where, solutions, limits);
  return {
    alphas: strengths,
    coefs: weightsMatrix(solutions),
    dualGaps: Float64Array.from(solutions, ({ dualGap }) => dualGap),
    nIters: Int32Array.from(solutions, ({ nIter }) => nIter),
  };
}

/** The solutions for descending strengths, each search starting where the one before ended. */
export function solutionsAlong(
  problem: ElasticProblem,
  { l1Ratio, alphas }: { readonly l1Ratio: number; readonly alphas: Float64Array },
  limits: ElasticLimits,
): ElasticSolution[] {
  let w: Float64Array | undefined;
  return Array.from(alphas, (alpha) => {
    const solution = problem.solve({ alpha, l1Ratio }, limits, w);
    w = solution.w;
    return solution;
  });
}

/** @throws ParameterError unless the options of coordinate descent can be. */
export function checkLimits(where: string, limits: ElasticLimits): ElasticLimits {
  return {
    tol: checkPositive(where, "tol", limits.tol),
    maxIter: checkInteger(where, "maxIter", limits.maxIter, 1),
    positive: checkBoolean(where, "positive", limits.positive),
  };
}

/** @throws ParameterError unless 0 < l1Ratio <= 1: without an L1 part no strength makes all weights 0. */
export function checkShare(where: string, l1Ratio: number): number {
  checkPositive(where, "l1Ratio", l1Ratio);
  return checkBetween(where, "l1Ratio", l1Ratio, [0, 1]);
}

/** Makes descending strengths from the largest one that matters. @throws ParameterError for those that cannot be. */
export function checkAlphas(
  where: string,
  alphas: number | readonly number[],
  eps: number,
): (largest: number) => Float64Array {
  checkPositive(where, "eps", eps);
  if (typeof alphas === "number") {
    checkInteger(where, "alphas", alphas, 1);
    return (largest) => geometric(largest, eps, alphas);
  }
  if (!Array.isArray(alphas) || alphas.length === 0) {
    throw new ParameterError(`${where}: alphas must be a number or a list of at least one, got []`);
  }
  for (const alpha of alphas) checkNonNegative(where, "alphas", alpha);
  const descending = Float64Array.from(alphas).sort().reverse();
  return () => descending;
}

/** From `largest` down to eps times that, in equal ratios. */
function geometric(largest: number, eps: number, count: number): Float64Array {
  // Where y does not depend on X at all, any strength will do.
  const top = Math.max(largest, Number.EPSILON);
  return Float64Array.from({ length: count }, (_, i) =>
    i === 0 ? top : top * eps ** (i / Math.max(1, count - 1)),
  );
}
