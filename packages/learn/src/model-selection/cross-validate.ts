import { checkBoolean, ParameterError, type ProgressCallback, warn } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { warnOfLeakage } from "../base/leakage";
import {
  getScorer,
  type Predictor,
  type Scorer,
  type ScorerName,
  type Scoring,
} from "../metrics/scorer";
import type { Fold } from "./cross-validator";
import { type FoldingOptions, foldsOfRows } from "./folding";
import { type Splittable, takeRows } from "./rows";

/** One score or several, by their names. */
export type ScoringChoice = Scoring | readonly ScorerName[] | Readonly<Record<string, Scoring>>;

/** What cross-validation can be told. */
export interface CrossValidateOptions extends FoldingOptions {
  /** How estimators are scored. Default by their own `score`: R² or accuracy. */
  readonly scoring?: ScoringChoice | undefined;
  /** Weights for `fit`, cut into folds like the rows. */
  readonly fitOptions?: FitOptions | undefined;
  /** Also score the rows that were trained on. Default false. */
  readonly returnTrainScore?: boolean;
  /** Also keep the fitted estimators. Default false. */
  readonly returnEstimator?: boolean;
  /** The score of an estimator that fails, with a warning; or "raise", which throws (the default). */
  readonly errorScore?: "raise" | number;
  /** Called after each fold. */
  readonly onProgress?: ProgressCallback | undefined;
}

/** Scores and times, one for each fold. */
export class CrossValidateResult<E extends Predictor = Predictor> {
  /** The scores of the test rows, by their names; "score" where one was asked for without a name. */
  readonly testScores: Readonly<Record<string, readonly number[]>>;
  /** The scores of the training rows, if they were asked for. */
  readonly trainScores: Readonly<Record<string, readonly number[]>> | undefined;
  /** Seconds of each `fit`. */
  readonly fitTime: readonly number[];
  /** Seconds of each scoring of the test rows. */
  readonly scoreTime: readonly number[];
  /** The fitted estimators, if they were asked for. */
  readonly estimators: readonly E[] | undefined;

  constructor(content: Omit<CrossValidateResult<E>, "testScore" | "toDataFrame">) {
    this.testScores = content.testScores;
    this.trainScores = content.trainScores;
    this.fitTime = content.fitTime;
    this.scoreTime = content.scoreTime;
    this.estimators = content.estimators;
    Object.freeze(this);
  }

  /** The test scores of the only score. @throws ParameterError if there are several. */
  get testScore(): readonly number[] {
    const lists = Object.values(this.testScores);
    if (lists.length === 1) return lists[0]!;
    throw new ParameterError(
      `testScore: expected one score, got ${Object.keys(this.testScores).join(", ")}; testScores has each`,
    );
  }

  /** A row for each fold: fit_time, score_time, and test_ and train_ columns of each score. */
  toDataFrame(): DataFrame {
    const columns: Record<string, number[]> = {
      fit_time: [...this.fitTime],
      score_time: [...this.scoreTime],
    };
    for (const [name, scores] of Object.entries(this.testScores))
      columns[`test_${name}`] = [...scores];
    for (const [name, scores] of Object.entries(this.trainScores ?? {})) {
      columns[`train_${name}`] = [...scores];
    }
    return DataFrame.fromColumns(columns) as unknown as DataFrame;
  }
}

/**
 * Cross-validation: for each fold a copy of the estimator is fitted on the training rows and scored on the
 * test rows.
 *
 * @param estimator not changed: copies are fitted
 * @param X the rows: a tensor, a table, or arrays
 * @param y a target or label for each row
 * @throws ParameterError for scorings, folds and options that cannot be; ShapeError unless y and X have as
 *   many rows; and what `fit` throws, unless `errorScore` is a number.
 * @roadmap EVA-003
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [5]];
 * const y = [0, 1, 2, 3, 4, 5];
 * const result = crossValidate(new LinearRegression(), X, y, { cv: 3, scoring: "negMeanAbsoluteError" });
 * result.testScore.length; // → 3
 * ```
 */
export function crossValidate<E extends Predictor>(
  estimator: E,
  X: Splittable,
  y: Splittable,
  options: CrossValidateOptions = {},
): CrossValidateResult<E> {
  const where = "crossValidate";
  checkBoolean(where, "returnTrainScore", options.returnTrainScore ?? false);
  warnOfLeakage(where, X);
  const folds = foldsOfRows(where, estimator, [X, y], options);
  const scorers = scorersOf(options.scoring);
  const runs = folds.map((fold, k) => {
    const run = runFold(where, estimator, [X, y], fold, scorers, options);
    options.onProgress?.({ done: k + 1, total: folds.length, label: "Cross-validation" });
    return run;
  });
  const estimators = options.returnEstimator ? runs.map((run) => run.estimator as E) : undefined;
  return crossValidateResult(runs, options, estimators);
}

/** What the folds gave, as lists. */
export function crossValidateResult<E extends Predictor>(
  runs: readonly Omit<FoldRun, "estimator">[],
  { scoring, returnTrainScore }: CrossValidateOptions,
  estimators: readonly E[] | undefined,
): CrossValidateResult<E> {
  const names = Object.keys(scorersOf(scoring));
  const collect = (part: "test" | "train") =>
    Object.fromEntries(names.map((name) => [name, runs.map((run) => run[part][name]!)]));
  return new CrossValidateResult<E>({
    testScores: collect("test"),
    trainScores: returnTrainScore ? collect("train") : undefined,
    fitTime: runs.map(({ fitTime }) => fitTime),
    scoreTime: runs.map(({ scoreTime }) => scoreTime),
    estimators,
  });
}

/**
 * The scores of cross-validation alone, one for each fold.
 *
 * @throws as `crossValidate`
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [5]];
 * crossValScore(new LinearRegression(), X, [0, 1, 2, 3, 4, 5], { cv: 2 }).map(Math.round); // → [1, 1]
 * ```
 */
export function crossValScore(
  estimator: Predictor,
  X: Splittable,
  y: Splittable,
  options: Omit<CrossValidateOptions, "scoring"> & { readonly scoring?: Scoring } = {},
): number[] {
  return [...crossValidate(estimator, X, y, options).testScore];
}

/** Scorers by their names. @throws ParameterError for unknown names. */
export function scorersOf(scoring: ScoringChoice | undefined): Record<string, Scorer> {
  if (scoring === undefined) return { score: ownScore };
  if (typeof scoring === "string" || typeof scoring === "function") {
    return { score: getScorer(scoring) };
  }
  const entries: [string, Scoring][] = Array.isArray(scoring)
    ? scoring.map((name: ScorerName) => [name, name])
    : Object.entries(scoring as Readonly<Record<string, Scoring>>);
  return Object.fromEntries(entries.map(([name, one]) => [name, getScorer(one)]));
}

const ownScore: Scorer = (estimator, X, y, options) =>
  estimator.score(X, y as never, options as never);

/** What one fold gave. */
export interface FoldRun {
  readonly estimator: Predictor;
  readonly test: Readonly<Record<string, number>>;
  readonly train: Readonly<Record<string, number>>;
  readonly fitTime: number;
  readonly scoreTime: number;
}

/** Fits a copy on the training rows and scores it on the test rows. */
export function runFold(
  where: string,
  estimator: Predictor,
  [X, y]: readonly [Splittable, Splittable],
  { train, test }: Fold,
  scorers: Readonly<Record<string, Scorer>>,
  options: Pick<CrossValidateOptions, "fitOptions" | "returnTrainScore" | "errorScore">,
): FoldRun {
  const { errorScore = "raise", fitOptions, returnTrainScore } = options;
  const copy = estimator.clone() as Predictor;
  const [XTrain, yTrain] = [takeRows(X, train), takeRows(y, train)];
  const begun = performance.now();
  const failed = (error: unknown): FoldRun => {
    if (errorScore === "raise") throw error;
    warn(
      "data",
      `${where}: expected every fit to succeed, got ${String(error)}; its score is ${errorScore}`,
    );
    const scores = Object.fromEntries(Object.keys(scorers).map((name) => [name, errorScore]));
    return { estimator: copy, test: scores, train: scores, fitTime: seconds(begun), scoreTime: 0 };
  };
  try {
    copy.fit(XTrain as Matrix, yTrain as Targets & Labels, rowsOfOptions(fitOptions, train));
  } catch (error) {
    return failed(error);
  }
  const fitTime = seconds(begun);
  const scoring = performance.now();
  const scores = (rows: readonly [unknown, unknown]) =>
    Object.fromEntries(
      Object.entries(scorers).map(([name, scorer]) => [
        name,
        scorer(copy, rows[0] as Matrix, rows[1] as Targets),
      ]),
    );
  const tested = scores([takeRows(X, test), takeRows(y, test)]);
  const scoreTime = seconds(scoring);
  const trained = returnTrainScore ? scores([XTrain, yTrain]) : {};
  return { estimator: copy, test: tested, train: trained, fitTime, scoreTime };
}

/** Weights of some of the rows. */
export function rowsOfOptions(options: FitOptions | undefined, rows: Int32Array): FitOptions {
  if (options?.sampleWeight === undefined) return {};
  return { sampleWeight: takeRows(options.sampleWeight, rows) };
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
