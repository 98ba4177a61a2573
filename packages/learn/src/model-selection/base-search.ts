import { checkBoolean, describeValue, ParameterError, type ProgressCallback } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { EstimatorJSON } from "../base/json";
import type { Labels } from "../base/labels";
import { warnOfLeakage } from "../base/leakage";
import { getScorer, type Predictor, type Scorer, type ScorerName } from "../metrics/scorer";
import { runFold, type ScoringChoice, scorersOf } from "./cross-validate";
import type { Fold } from "./cross-validator";
import { type Folding, foldsOfRows } from "./folding";
import type { WorkerOptions } from "./parallel/options";
import { withTrials } from "./parallel/trials";
import type { ParamChoice } from "./parameters";
import type { Splittable } from "./rows";
import { type Candidate, resultColumns } from "./search-results";

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

type MethodOf<E, Name extends string> = E extends { [K in Name]: infer F } ? F : undefined;

/** What a search has to work with. */
export interface Trial {
  readonly rows: readonly [Splittable, Splittable];
  readonly folds: readonly Fold[];
  readonly fitOptions: FitOptions;
}

/** Choices that are tried on the same folds. */
export interface Round {
  readonly choices: readonly ParamChoice[];
  readonly folds: readonly Fold[];
  /** More columns of `cvResults`. */
  readonly extra?: Readonly<Record<string, number>>;
}

/** The rounds of a search: each is answered with its candidates, and at the end stand all that count. */
export type Rounds = Generator<Round, readonly Candidate[], readonly Candidate[]>;

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

  /**
   * Tries the choices, and fits the best one on all rows. A second call forgets the first.
   *
   * @throws ParameterError for options that the estimator does not have; and as `crossValidate`.
   */
  fit(X: Splittable, y: Splittable, options: SearchFitOptions = {}): this {
    const where = `${this.typeName}.fit`;
    const trial = this.#begin(where, [X, y], options);
    const rounds = this.rounds(trial);
    let step = rounds.next();
    while (!step.done) step = rounds.next(this.#tryRound(where, step.value, trial));
    return this.#end(step.value, trial);
  }

  /**
   * What `fit` does, with the folds of all choices shared between worker threads: the same scores to the last bit,
   * and this thread stays free. The best choice is fitted on all rows in this thread.
   *
   * @param options how many workers, or a pool of them; and a signal that ends the search
   * @throws ParameterError for an estimator or a scoring that cannot travel to a worker (a function, a class of your
   *   own); WorkerError if a worker does not start or ends; the reason of the signal once it aborts; and as `fit`.
   * @example
   * ```ts
   * const X = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
   * const y = X.map(([a, b]) => 2 * a! - b!);
   * const search = new GridSearchCV({ estimator: new Ridge(), paramGrid: { alpha: [0.01, 1, 100] } });
   * await search.fitAsync(X, y, { workers: 1 });
   * search.bestParams; // → { alpha: 0.01 }
   * ```
   */
  async fitAsync(
    X: Splittable,
    y: Splittable,
    { workers, signal, ...options }: SearchFitOptions & WorkerOptions = {},
  ): Promise<this> {
    const where = `${this.typeName}.fitAsync`;
    const trial = this.#begin(where, [X, y], options);
    const { scoring, returnTrainScore, errorScore, onProgress } = this;
    const rounds = this.rounds(trial);
    const setting = { ...trial, scoring, returnTrainScore, errorScore };
    const candidates = await withTrials(where, setting, { workers, signal }, async (trials) => {
      let step = rounds.next();
      while (!step.done) {
        const { choices, folds, extra } = step.value;
        const estimators = choices.map((params) => this.estimator.withParams(params) as Predictor);
        const label = "Search";
        const runs = await trials.run({ estimators, folds, onProgress, label });
        step = rounds.next(
          choices.map((params, k) => ({ params, runs: runs[k]!, ...(extra && { extra }) })),
        );
      }
      return step.value;
    });
    return this.#end(candidates, trial);
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

  /** The choices that are tried, round by round. */
  protected abstract rounds(trial: Trial): Rounds;

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

  #begin(
    where: string,
    rows: readonly [Splittable, Splittable],
    { groups, ...fitOptions }: SearchFitOptions,
  ): Trial {
    warnOfLeakage(where, rows[0]);
    const folds = foldsOfRows(where, this.estimator, rows, { cv: this.cv, groups });
    return { rows, folds, fitOptions };
  }

  #tryRound(where: string, { choices, folds, extra }: Round, { rows, fitOptions }: Trial) {
    const { returnTrainScore, errorScore } = this;
    const scorers = scorersOf(this.scoring);
    const total = choices.length * folds.length;
    let done = 0;
    return choices.map((params): Candidate => {
      const estimator = this.estimator.withParams(params) as Predictor;
      const runs = folds.map((fold) => {
        const options = { fitOptions, returnTrainScore, errorScore };
        const run = runFold(where, estimator, rows, fold, scorers, options);
        done += 1;
        this.onProgress?.({ done, total, label: "Search" });
        return run;
      });
      return { params, runs, ...(extra && { extra }) };
    });
  }

  /** Ranks the candidates and fits the best one on all rows. */
  #end(candidates: readonly Candidate[], { rows: [X, y], fitOptions }: Trial): this {
    const names = Object.keys(scorersOf(this.scoring));
    const results = resultColumns(candidates, names, this.returnTrainScore);
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
