import { checkBoolean, describeValue, ParameterError } from "@gradus/core";
import { warnOfLeakage } from "../base/leakage";
import { checkSeed } from "../base/seeds";
import type { Predictor, Scoring } from "../metrics/scorer";
import { type CrossValidateOptions, runFold, scorersOf } from "./cross-validate";
import { type Fold, randomOf, shuffledList } from "./cross-validator";
import { foldsOfRows } from "./folding";
import type { Splittable } from "./rows";

/** What both curves can be told. */
export interface CurveScoringOptions
  extends Pick<CrossValidateOptions, "cv" | "groups" | "fitOptions" | "errorScore" | "onProgress"> {
  /** How estimators are scored. Default by their own `score`. */
  readonly scoring?: Scoring;
}

/** What `learningCurve` can be told. */
export interface LearningCurveOptions extends CurveScoringOptions {
  /** Shares of the largest training part (above 0, at most 1) or numbers of rows. Default 0.1, 0.325, 0.55, 0.775, 1. */
  readonly trainSizes?: readonly number[];
  /** Draw which rows go first into the training part. Default false. */
  readonly shuffle?: boolean;
  /** For `shuffle`. Default another one each time. */
  readonly seed?: number;
}

/** Scores of the training and the test rows: a list for each point, with a score for each fold. */
export interface CurveScores {
  readonly trainScores: number[][];
  readonly testScores: number[][];
}

/**
 * A learning curve: scores of estimators that were trained on more and more rows. Curves that have met and
 * stay low ask for a better model or better features; a gap between them, for more rows or a simpler model.
 * `learningCurvePlot` of @gradus/plot draws what this gives.
 *
 * @throws ParameterError for sizes that cannot be; and as `crossValidate`.
 * @see Perlich, Provost and Simonoff (2003), Tree induction vs. logistic regression: a learning-curve
 *   analysis, JMLR 4, 211–255.
 * @example
 * ```ts
 * const X = Array.from({ length: 10 }, (_, i) => [i]);
 * const curve = learningCurve(new LinearRegression(), X, X.flat(), { trainSizes: [0.5, 1], cv: 2 });
 * curve.trainSizes; // → [2, 5]
 * ```
 */
export function learningCurve(
  estimator: Predictor,
  X: Splittable,
  y: Splittable,
  options: LearningCurveOptions = {},
): CurveScores & { readonly trainSizes: number[] } {
  const where = "learningCurve";
  const { trainSizes = [0.1, 0.325, 0.55, 0.775, 1], shuffle = false } = options;
  checkBoolean(where, "shuffle", shuffle);
  warnOfLeakage(where, X);
  const folds = foldsOfRows(where, estimator, [X, y], options);
  const sizes = rowCounts(where, trainSizes, folds[0]!.train.length);
  const random = shuffle ? randomOf(checkSeed(where, options.seed)) : undefined;
  const ordered = folds.map(({ train, test }) => ({
    train: random ? Int32Array.from(shuffledList(train, random)) : train,
    test,
  }));
  const points = sizes.map((size) =>
    ordered.map(({ train, test }): Fold => ({ train: train.slice(0, size), test })),
  );
  const scores = scorePoints(
    where,
    points.map((own) => ({ estimator, folds: own })),
    [X, y],
    options,
  );
  return { trainSizes: sizes, ...scores };
}

/** What `validationCurve` can be told. */
export interface ValidationCurveOptions extends CurveScoringOptions {
  /** The option that changes; `step.alpha` is one of an estimator inside. */
  readonly paramName: string;
  /** Its values. */
  readonly paramRange: readonly unknown[];
}

/**
 * A validation curve: scores for different values of one option. Where both scores are low the model is
 * too simple, where they part it is too free. `validationCurvePlot({ values: paramRange, ...curve })` of @gradus/plot draws
 * what this gives.
 *
 * @throws ParameterError for an option that the estimator does not have; and as `crossValidate`.
 * @example
 * ```ts
 * const X = Array.from({ length: 10 }, (_, i) => [i]);
 * const options = { paramName: "alpha", paramRange: [0.1, 100], cv: 2 };
 * const { testScores } = validationCurve(new Ridge(), X, X.flat(), options);
 * testScores[0]![0]! > testScores[1]![0]!; // → true
 * ```
 */
export function validationCurve(
  estimator: Predictor,
  X: Splittable,
  y: Splittable,
  options: ValidationCurveOptions,
): CurveScores {
  const where = "validationCurve";
  warnOfLeakage(where, X);
  const folds = foldsOfRows(where, estimator, [X, y], options);
  const points = options.paramRange.map((value) => ({
    estimator: estimator.withParams({ [options.paramName]: value }) as Predictor,
    folds,
  }));
  return scorePoints(where, points, [X, y], options);
}

interface Point {
  readonly estimator: Predictor;
  readonly folds: readonly Fold[];
}

function scorePoints(
  where: string,
  points: readonly Point[],
  rows: readonly [Splittable, Splittable],
  options: CurveScoringOptions,
): CurveScores {
  const scorers = scorersOf(options.scoring);
  const { fitOptions, errorScore = "raise", onProgress } = options;
  const asked = { fitOptions, errorScore, returnTrainScore: true };
  const runs = points.map(({ estimator, folds }, k) => {
    const own = folds.map((fold) => runFold(where, estimator, rows, fold, scorers, asked));
    onProgress?.({ done: k + 1, total: points.length, label: "Points of the curve" });
    return own;
  });
  const collect = (part: "train" | "test") => runs.map((own) => own.map((run) => run[part].score!));
  return { trainScores: collect("train"), testScores: collect("test") };
}

/** Numbers of rows, each once, rising. */
function rowCounts(where: string, sizes: readonly number[], most: number): number[] {
  const areShares = sizes.every((size) => size > 0 && size <= 1);
  const areCounts = sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= most);
  if (sizes.length === 0 || (!areShares && !areCounts)) {
    throw new ParameterError(
      `${where}: trainSizes must be shares above 0 and at most 1, or numbers of rows up to ${most}, got ${describeValue(sizes)}`,
    );
  }
  const counts = areShares ? sizes.map((size) => Math.max(1, Math.floor(size * most))) : sizes;
  return [...new Set(counts)].sort((a, b) => a - b);
}
