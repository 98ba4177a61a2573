import { checkInteger, type ProgressCallback, warn } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyMatrix } from "../base/sparse-inputs";
import { getScorer, type Predictor, type Scorer, type Scoring } from "../metrics/scorer";
import { rowsOfOptions } from "../model-selection/cross-validate";
import { checkFolding, type Folding, foldsOfRows } from "../model-selection/folding";
import { type Splittable, takeRows } from "../model-selection/rows";
import { takeColumns } from "./columns";
import { checkStep, eliminate } from "./elimination";
import { checkImportanceGetter, type ImportanceGetter } from "./importances";
import { type FittedModelSelection, ModelSelector } from "./model-selector";

/** The options of `RFECV`. */
export interface RFECVOptions<E extends Predictor = Predictor> {
  /** What is fitted again and again: it has `coef` or `featureImportances`. */
  readonly estimator: E;
  /** How many features to take out at a time, or below 1, which share of all of them. Default 1. */
  readonly step?: number;
  /** The fewest features to keep. Default 1. */
  readonly minFeaturesToSelect?: number;
  /** The folds; a number makes `StratifiedKFold` for classifiers and `KFold` for regressors. Default 5. */
  readonly cv?: Folding;
  /** How estimators are scored. Default by their own `score`: R² or accuracy. */
  readonly scoring?: Scoring | undefined;
  /** Where the importances are. Default "auto". */
  readonly importanceGetter?: ImportanceGetter;
  /** Called after each fold. */
  readonly onProgress?: ProgressCallback | undefined;
}

/** What `fit` of an `RFECV` can be told. */
export interface RFECVFitOptions extends FitOptions {
  /** The group of each row, for folds that keep groups together. */
  readonly groups?: Labels | undefined;
}

interface FittedRFECV extends FittedModelSelection {
  readonly ranking: Int32Array;
  /** The numbers of features, the fewest first. */
  readonly counts: Int32Array;
  /** For each fold the score at each number of features. */
  readonly scores: readonly Float64Array[];
}

/**
 * Recursive feature elimination down to the number of features that scores best in cross-validation; of equal scores the
 * smallest number.
 *
 * In each fold features are eliminated by the training rows alone; then, with the best number, by all rows.
 *
 * @see Guyon, Weston, Barnhill and Vapnik (2002), Machine Learning 46, 389–422.
 * @roadmap FEA-007
 * @example
 * ```ts
 * const X = Array.from({ length: 30 }, (_, i) => [i, (i * 7) % 11, (i * 5) % 13]);
 * const y = X.map(([a, b]) => 2 * a! - 3 * b!);
 * const selector = new RFECV({ estimator: new LinearRegression() }).fit(X, y);
 * selector.getSupport(); // → [true, true, false]
 * ```
 */
export class RFECV<E extends Predictor = Predictor> extends ModelSelector<
  E,
  RFECVOptions<E>,
  FittedRFECV
> {
  static override readonly typeName: string = "RFECV";
  readonly step: number;
  readonly minFeaturesToSelect: number;
  readonly cv: Folding;
  readonly scoring: Scoring | undefined;
  readonly importanceGetter: ImportanceGetter;
  readonly onProgress: ProgressCallback | undefined;

  /** @throws ParameterError for what is no estimator, folds or scoring, and for numbers of features that are none. */
  constructor({
    estimator,
    step = 1,
    minFeaturesToSelect = 1,
    cv = 5,
    scoring,
    importanceGetter = "auto",
    onProgress,
  }: RFECVOptions<E>) {
    const where = "RFECV";
    super(where, estimator);
    this.step = checkStep(where, step);
    this.minFeaturesToSelect = checkInteger(where, "minFeaturesToSelect", minFeaturesToSelect, 1);
    this.cv = checkFolding(where, cv);
    if (scoring !== undefined) getScorer(scoring);
    this.scoring = scoring;
    this.importanceGetter = checkImportanceGetter(where, importanceGetter);
    this.onProgress = onProgress;
    Object.freeze(this);
  }

  /**
   * Eliminates features in each fold, and then on all rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels or targets
   * @throws as `RFE.fit`, and ParameterError for more folds than rows.
   */
  fit(X: AnyMatrix, y?: Targets | Labels, { groups, ...fitOptions }: RFECVFitOptions = {}): this {
    const where = "RFECV.fit";
    const { X: read, names } = checkAnyMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    if (this.minFeaturesToSelect > nFeaturesIn) {
      warn(
        "data",
        `${where}: expected at least ${this.minFeaturesToSelect} features (minFeaturesToSelect), got ${nFeaturesIn}, which are all kept`,
      );
    }
    const { counts, scores } = this.#scoreFolds(where, read, y!, { groups, ...fitOptions });
    const sums = counts.map((_, k) => k).reverse();
    const total = (k: number) => scores.reduce((sum, fold) => sum + fold[k]!, 0);
    const best = Array.from(sums).reduce((a, b) => (total(b) > total(a) ? b : a));
    const {
      support,
      ranking,
      estimator: fittedEstimator,
    } = eliminate(where, this.estimator, [read, y!], {
      ...this.#elimination(counts[best]!),
      fitOptions,
    });
    const reversed = scores.map((fold) => fold.slice().reverse());
    const results = { counts: counts.slice().reverse(), scores: reversed };
    const features = { nFeaturesIn, featureNamesIn: names };
    return this.keep({ support, ranking, fittedEstimator, ...results, ...features });
  }

  /** The score that `scoring` asks for, of the fitted estimator on the features that are kept. @throws as `predict`. */
  override score(X: AnyMatrix, y: Targets | Labels, options: FitOptions = {}): number {
    this.learned("score");
    return this.#scorer(this.fittedEstimator, this.transform(X as Matrix), y, options);
  }

  /** 1 for the features that are kept, and more, the sooner a feature was taken out. @throws NotFittedError before `fit`. */
  get ranking(): Tensor {
    return tensor(this.learned("ranking").ranking);
  }

  /**
   * A row for each number of features: n_features, mean_test_score, std_test_score (divisor n), and the score of each fold,
   * split0_test_score, …
   *
   * @throws NotFittedError before `fit`.
   */
  get cvResults(): DataFrame {
    const { counts, scores } = this.learned("cvResults");
    const ofCount = (k: number) => scores.map((fold) => fold[k]!);
    const means = Array.from(counts, (_, k) => meanOf(ofCount(k)));
    const columns: Record<string, number[]> = {
      n_features: [...counts],
      mean_test_score: means,
      std_test_score: means.map((mean, k) =>
        Math.sqrt(meanOf(ofCount(k).map((score) => (score - mean) ** 2))),
      ),
    };
    scores.forEach((fold, i) => {
      columns[`split${i}_test_score`] = [...fold];
    });
    return DataFrame.fromColumns(columns) as unknown as DataFrame;
  }

  get #scorer(): Scorer {
    if (this.scoring !== undefined) return getScorer(this.scoring);
    return (model, X, y, options) => model.score(X, y as Targets & Labels, options);
  }

  #elimination(nFeatures: number) {
    return { nFeatures, step: this.step, importanceGetter: this.importanceGetter };
  }

  #scoreFolds(
    where: string,
    X: Tensor | SparseTensor,
    y: Targets | Labels,
    { groups, ...fitOptions }: RFECVFitOptions,
  ) {
    const rows = [X, y as Splittable] as const;
    const folds = foldsOfRows(where, this.estimator, rows, { cv: this.cv, groups });
    const score = this.#scorer;
    const options = this.#elimination(Math.min(this.minFeaturesToSelect, X.shape[1]!));
    let counts = new Int32Array();
    const scores = folds.map(({ train, test }, k) => {
      const [XTrain, XTest] = [takeRows(X, train), takeRows(X, test)];
      const [yTrain, yTest] = [takeRows(y, train), takeRows(y, test)];
      const found: number[] = [];
      const left: number[] = [];
      const ofFold = { ...options, fitOptions: rowsOfOptions(fitOptions, train) };
      eliminate(where, this.estimator, [XTrain, yTrain], ofFold, ({ places, estimator }) => {
        left.push(places.length);
        found.push(score(estimator, takeColumns(XTest, places) as Tensor, yTest));
      });
      counts = Int32Array.from(left);
      this.onProgress?.({ done: k + 1, total: folds.length, label: "Feature elimination" });
      return Float64Array.from(found);
    });
    return { counts, scores };
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
