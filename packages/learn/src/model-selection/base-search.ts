import {
  checkBoolean,
  describeValue,
  ParameterError,
  type ProgressCallback,
  warn,
} from "@gradus/core";
import { DataFrame } from "@gradus/data";
import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { EstimatorJSON } from "../base/json";
import type { Labels } from "../base/labels";
import { warnOfLeakage } from "../base/leakage";
import { getScorer, type Predictor, type Scorer, type ScorerName } from "../metrics/scorer";
import {
  type CrossValidateOptions,
  type FoldRun,
  runFold,
  type ScoringChoice,
  scorersOf,
} from "./cross-validate";
import type { Fold } from "./cross-validator";
import { type Folding, foldsOfRows } from "./folding";
import type { ParamChoice } from "./parameters";
import type { Splittable } from "./rows";

/** The options that all searches share. */
export interface SearchOptions {
  /** How estimators are scored. Default by their own `score`: R² or accuracy. */
  readonly scoring?: ScoringChoice;
  /** The folds; a number makes `StratifiedKFold` for classifiers and `KFold` for regressors. Default 5. */
  readonly cv?: Folding;
  /** Fit the best choice on all rows at the end; of several scores, the name of the one that decides. Default true. */
  readonly refit?: boolean | string;
  /** Also score the rows that were trained on. Default false. */
  readonly returnTrainScore?: boolean;
  /** The score of a fit that fails, with a warning; or "raise", which throws. Default NaN. */
  readonly errorScore?: "raise" | number;
  /** Called after each fold. */
  readonly onProgress?: ProgressCallback;
}

/** What a search is told beside the rows. */
export interface SearchFitOptions extends FitOptions {
  /** The group of each row, for folds that keep groups together. */
  readonly groups?: Labels;
}

/** What a search learns. */
export interface FittedSearch {
  readonly bestIndex: number;
  readonly bestParams: ParamChoice;
  readonly bestScore: number;
  readonly bestEstimator: Predictor | undefined;
  /** The columns of `cvResults`. */
  readonly results: Readonly<Record<string, readonly unknown[]>>;
  readonly choices: readonly ParamChoice[];
  readonly refitTime: number | undefined;
}

/** A choice of options with what its folds gave. */
export interface Candidate {
  readonly params: ParamChoice;
  readonly runs: readonly FoldRun[];
  /** More columns of `cvResults`. */
  readonly extra?: Readonly<Record<string, number>>;
}

type MethodOf<E, Name extends string> = E extends { [K in Name]: infer F } ? F : undefined;

/** What a search needs to try choices. */
export interface Trial {
  readonly rows: readonly [Splittable, Splittable];
  readonly folds: readonly Fold[];
  readonly fitOptions: FitOptions;
  readonly scorers: Readonly<Record<string, Scorer>>;
}

/** What all searches share: choices are scored by cross-validation, and the best one is fitted on all rows. */
export abstract class BaseSearch<
  E extends Predictor,
  Params extends SearchOptions & { readonly estimator: E },
> extends BaseEstimator<Params, FittedSearch> {
  readonly estimator: E;
  readonly scoring: ScoringChoice | undefined;
  readonly cv: Folding;
  readonly refit: boolean | string;
  readonly returnTrainScore: boolean;
  readonly errorScore: "raise" | number;
  readonly onProgress: ProgressCallback | undefined;

  protected constructor(where: string, options: SearchOptions & { readonly estimator: E }) {
    super();
    const { estimator, scoring, cv = 5, refit = true, errorScore = Number.NaN } = options;
    if (typeof estimator?.withParams !== "function" || typeof estimator.predict !== "function") {
      throw new ParameterError(
        `${where}: estimator must be a regressor or a classifier, got ${describeValue(estimator)}`,
      );
    }
    this.estimator = estimator;
    this.scoring = scoring;
    this.cv = cv;
    this.refit = refit;
    this.returnTrainScore = checkBoolean(
      where,
      "returnTrainScore",
      options.returnTrainScore ?? false,
    );
    this.errorScore = errorScore;
    this.onProgress = options.onProgress;
    checkRefit(where, refit, Object.keys(scorersOf(scoring)));
  }

  /** "regressor" or "classifier", as the estimator. */
  get estimatorType(): E["estimatorType"] {
    return this.estimator.estimatorType;
  }

  /** The options of the best choice. @throws NotFittedError before `fit`. */
  get bestParams(): ParamChoice {
    return this.learned("bestParams").bestParams;
  }

  /** The mean score of the best choice over the folds. @throws NotFittedError before `fit`. */
  get bestScore(): number {
    return this.learned("bestScore").bestScore;
  }

  /** The row of the best choice in `cvResults`. @throws NotFittedError before `fit`. */
  get bestIndex(): number {
    return this.learned("bestIndex").bestIndex;
  }

  /** The best choice, fitted on all rows. @throws NotFittedError before `fit`; ParameterError with `refit: false`. */
  get bestEstimator(): E {
    return this.best("bestEstimator");
  }

  /** Every choice that was tried, in order. @throws NotFittedError before `fit`. */
  get candidates(): readonly ParamChoice[] {
    return this.learned("candidates").choices;
  }

  /** Seconds of the last fit, on all rows; undefined with `refit: false`. @throws NotFittedError before `fit`. */
  get refitTime(): number | undefined {
    return this.learned("refitTime").refitTime;
  }

  /**
   * A row for each choice, with scikit-learn's columns: param_…, split0_test_score …, mean_test_score,
   * std_test_score, rank_test_score, mean_fit_time …
   *
   * @throws NotFittedError before `fit`.
   */
  get cvResults(): DataFrame {
    const { results } = this.learned("cvResults");
    return DataFrame.fromColumns(results as Record<string, number[]>) as unknown as DataFrame;
  }

  /** The labels that the best classifier knows. @throws NotFittedError before `fit`. */
  get classes(): E extends { readonly classes: infer C } ? C : undefined {
    return (this.best("classes") as { classes?: unknown }).classes as never;
  }

  /** The predictions of the best estimator. @throws NotFittedError before `fit`, and as the estimator. */
  predict(X: Matrix): ReturnType<E["predict"]> {
    return this.best("predict").predict(X) as ReturnType<E["predict"]>;
  }

  /** The best estimator's probabilities, if it has any. @throws NotFittedError before `fit`. */
  get predictProba(): MethodOf<E, "predictProba"> {
    return this.#method("predictProba");
  }

  /** The best estimator's decision function, if it has one. @throws NotFittedError before `fit`. */
  get decisionFunction(): MethodOf<E, "decisionFunction"> {
    return this.#method("decisionFunction");
  }

  /** The score of the best estimator, by the scoring that decided. @throws NotFittedError before `fit`. */
  score(X: Matrix, y: Targets | Labels, options: FitOptions = {}): number {
    return this.#decisive()(this.best("score"), X, y, options);
  }

  /** @throws ValueError for folds or a scoring that JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    const { cv, scoring } = this;
    const isObject = typeof cv === "object" && !Array.isArray(cv);
    if (
      isObject ||
      (typeof scoring === "object" && Object.values(scoring).some((s) => typeof s === "function"))
    ) {
      throw new ParameterError(
        `${this.typeName}.toJSON: expected cv to be a number or folds and scoring to be names, got objects; save bestEstimator`,
      );
    }
    return super.toJSON();
  }

  /** Reads, tries, ranks, and fits the best choice on all rows. */
  protected search(
    where: string,
    [X, y]: readonly [Splittable, Splittable],
    { groups, ...fitOptions }: SearchFitOptions,
    tryAll: (trial: Trial) => Candidate[],
  ): this {
    warnOfLeakage(where, X);
    const scorers = scorersOf(this.scoring);
    const folds = foldsOfRows(where, this.estimator, [X, y], { cv: this.cv, groups });
    const candidates = tryAll({ rows: [X, y], folds, fitOptions, scorers });
    const results = resultColumns(candidates, Object.keys(scorers), this.returnTrainScore);
    const bestIndex = this.chooseBest(candidates, results, this.decisiveName());
    const { params } = candidates[bestIndex]!;
    const best = this.estimator.withParams(params) as Predictor;
    const begun = performance.now();
    if (this.refit !== false) best.fit(X as Matrix, y as Targets & Labels, fitOptions);
    return this.keep({
      bestIndex,
      bestParams: params,
      bestScore: results[`mean_test_${this.decisiveName()}`]![bestIndex] as number,
      bestEstimator: this.refit === false ? undefined : best,
      results,
      choices: candidates.map((candidate) => candidate.params),
      refitTime: this.refit === false ? undefined : (performance.now() - begun) / 1000,
      nFeaturesIn: this.refit === false ? featureCount(X) : best.nFeaturesIn,
      featureNamesIn: this.refit === false ? undefined : best.featureNamesIn,
    });
  }

  /** Tries choices on folds. */
  protected tryChoices(
    where: string,
    choices: readonly ParamChoice[],
    { rows, folds, fitOptions, scorers }: Trial,
    extra?: Readonly<Record<string, number>>,
  ): Candidate[] {
    const options: CrossValidateOptions = {
      fitOptions,
      returnTrainScore: this.returnTrainScore,
      errorScore: this.errorScore,
    };
    const total = choices.length * folds.length;
    let done = 0;
    return choices.map((params) => {
      const estimator = this.estimator.withParams(params) as Predictor;
      const runs = folds.map((fold) => {
        const run = runFold(where, estimator, rows, fold, scorers, options);
        done += 1;
        this.onProgress?.({ done, total, label: "Search" });
        return run;
      });
      return { params, runs, ...(extra && { extra }) };
    });
  }

  /** The place of the best candidate. */
  protected chooseBest(
    _candidates: readonly Candidate[],
    results: Readonly<Record<string, readonly unknown[]>>,
    scoring: string,
  ): number {
    return (results[`rank_test_${scoring}`] as number[]).indexOf(1);
  }

  protected best(what: string): E {
    const { bestEstimator } = this.learned(what);
    if (bestEstimator) return bestEstimator as E;
    throw new ParameterError(`${this.typeName}.${what}: expected refit: true, got false`);
  }

  #method<Name extends "predictProba" | "decisionFunction">(name: Name): MethodOf<E, Name> {
    const has = typeof (this.estimator as unknown as Record<string, unknown>)[name] === "function";
    if (!has) return undefined as MethodOf<E, Name>;
    const ask = (X: Matrix): Tensor =>
      (this.best(name) as unknown as Record<Name, (X: Matrix) => Tensor>)[name](X);
    return ask as MethodOf<E, Name>;
  }

  /** The name of the score that decides. */
  protected decisiveName(): string {
    return typeof this.refit === "string" ? this.refit : Object.keys(scorersOf(this.scoring))[0]!;
  }

  #decisive(): Scorer {
    return scorersOf(this.scoring)[this.decisiveName()] ?? getScorer(this.refit as ScorerName);
  }
}

function checkRefit(where: string, refit: boolean | string, names: readonly string[]): void {
  const isOne = names.length === 1 && typeof refit === "boolean";
  if (isOne || refit === false || names.includes(refit as string)) return;
  throw new ParameterError(
    `${where}: refit must be false or the name of the score that decides (${names.join(", ")}), got ${describeValue(refit)}`,
  );
}

function featureCount(X: unknown): number {
  const { shape, columns } = X as { shape?: readonly number[]; columns?: readonly string[] };
  return shape?.[1] ?? columns?.length ?? (X as readonly unknown[][])[0]?.length ?? 1;
}

/** The columns of `cvResults`. */
function resultColumns(
  candidates: readonly Candidate[],
  names: readonly string[],
  hasTrainScores: boolean,
): Record<string, unknown[]> {
  const columns: Record<string, unknown[]> = {};
  const time = (name: "fitTime" | "scoreTime", title: string) => {
    const lists = candidates.map(({ runs }) => runs.map((run) => run[name]));
    columns[`mean_${title}`] = lists.map(mean);
    columns[`std_${title}`] = lists.map(deviation);
  };
  time("fitTime", "fit_time");
  time("scoreTime", "score_time");
  for (const name of Object.keys(candidates[0]?.extra ?? {})) {
    columns[name] = candidates.map(({ extra }) => extra![name]!);
  }
  const options = [...new Set(candidates.flatMap(({ params }) => Object.keys(params)))].sort();
  for (const option of options) {
    columns[`param_${option}`] = cellsOf(candidates.map(({ params }) => params[option]));
  }
  for (const name of names) {
    for (const part of hasTrainScores ? (["test", "train"] as const) : (["test"] as const)) {
      const title = `${part}_${name}`;
      const lists = candidates.map(({ runs }) => runs.map((run) => run[part][name]!));
      for (let k = 0; k < lists[0]!.length; k++)
        columns[`split${k}_${title}`] = lists.map((l) => l[k]!);
      const means = lists.map(mean);
      columns[`mean_${title}`] = means;
      columns[`std_${title}`] = lists.map(deviation);
      if (means.some(Number.isNaN)) {
        warn("data", `search: expected every choice to have a ${title}, got NaN for some`);
      }
      if (part === "test") columns[`rank_${title}`] = ranks(means);
    }
  }
  return columns;
}

/** Values as cells of one column: numbers or truths, otherwise text. */
function cellsOf(values: readonly unknown[]): unknown[] {
  const isAll = (type: string) =>
    values.every((value) => value === undefined || typeof value === type);
  if (isAll("number")) return values.map((value) => value ?? Number.NaN);
  if (isAll("boolean")) return values.map((value) => value ?? null);
  return values.map((value) =>
    value === undefined ? null : typeof value === "string" ? value : describeValue(value),
  );
}

/** 1 for the highest; equal scores share the lowest rank; NaN stands last. */
function ranks(means: readonly number[]): number[] {
  const finite = means.filter((value) => !Number.isNaN(value));
  if (finite.length === 0) return means.map(() => 1);
  return means.map((value) =>
    Number.isNaN(value) ? finite.length + 1 : 1 + finite.filter((other) => other > value).length,
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
}
