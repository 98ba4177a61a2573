import type { Tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import type { Label } from "../base/labels";
import type { AnyClassified } from "../base/sparse-inputs";
import type { Scorer } from "../metrics/scorer";
import type { Fold } from "../model-selection/cross-validator";
import { takeRows } from "../model-selection/rows";
import { linearState } from "./linear-classifier";
import { LogisticProblem } from "./logistic-problem";
import { LogisticRegression } from "./logistic-regression";
import { solveSmooth } from "./logistic-smooth";
import { solveSparse } from "./logistic-sparse";

/** What is the same along a path. */
export interface PathOptions {
  readonly tol: number;
  readonly maxIter: number;
  readonly fitIntercept: boolean;
}

/** Where a search along a path ended. */
export interface PathPoint {
  readonly parameters: Float64Array;
  readonly nIter: number;
  readonly converged: boolean;
}

/** The minimum for each C, each search starting from the one before. */
export function logisticPath(
  data: AnyClassified,
  weights: Tensor | undefined,
  {
    Cs,
    l1Ratio,
    ...options
  }: PathOptions & { readonly Cs: readonly number[]; readonly l1Ratio: number },
  start?: Float64Array,
): PathPoint[] {
  let from = start;
  return Cs.map((C) => {
    const problem = new LogisticProblem(data, weights, { ...options, C, l1Ratio });
    const solve = problem.penalty.l1 > 0 ? solveSparse : solveSmooth;
    const found = solve(problem, options, from?.slice());
    from = found.parameters;
    return found;
  });
}

/** What one fold gives: parameters and a score for each C. */
export interface FoldPath {
  readonly points: readonly PathPoint[];
  readonly scores: readonly number[];
}

/** What folds are cut from: the rows, their own weights, and those that `fit` uses. */
export interface FoldSource {
  readonly data: AnyClassified;
  readonly y: readonly Label[];
  readonly weights: Tensor | undefined;
}

/** Searches along the path on a fold's training rows, and scores each point on its test rows. */
export function foldPath(
  { data, y, weights }: FoldSource,
  { train, test }: Fold,
  options: PathOptions & { readonly Cs: readonly number[]; readonly l1Ratio: number },
  scorer: Scorer,
): FoldPath {
  const part: AnyClassified = {
    ...data,
    X: takeRows(data.X, train),
    codes: takeRows(data.codes, train),
  };
  const points = logisticPath(part, weights?.take(train, 0), options);
  const XTest = takeRows(data.X, test) as never;
  const yTest = takeRows(y, test);
  const own: FitOptions = data.weights ? { sampleWeight: data.weights.take(test, 0) } : {};
  const scores = points.map(({ parameters, nIter }, k) => {
    const model = new KnownLogistic({ C: options.Cs[k]!, fitIntercept: options.fitIntercept });
    return scorer(model.know(parameters, data, nIter), XTest, yTest, own);
  });
  return { points, scores };
}

/** A logistic regression whose parameters are known. */
class KnownLogistic extends LogisticRegression {
  know(parameters: Float64Array, { classes, X }: AnyClassified, nIter: number): this {
    const nScores = classes.length === 2 ? 1 : classes.length;
    return this.keep({
      classes,
      ...linearState(parameters, nScores, this.fitIntercept),
      nIter,
      nFeaturesIn: X.shape[1]!,
      featureNamesIn: undefined,
    });
  }
}
