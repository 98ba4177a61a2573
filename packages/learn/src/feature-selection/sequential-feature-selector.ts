import {
  checkFinite,
  checkOneOf,
  ParameterError,
  type ProgressCallback,
  ValueError,
} from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyMatrix } from "../base/sparse-inputs";
import { getScorer, type Predictor, type Scoring } from "../metrics/scorer";
import { runFold, scorersOf } from "../model-selection/cross-validate";
import { checkFolding, type Folding, foldsOfRows } from "../model-selection/folding";
import type { Splittable } from "../model-selection/rows";
import { BaseSelector, type FittedSupport } from "./base-selector";
import { placesInSupport, takeColumns } from "./columns";
import { checkCount, countOf } from "./elimination";
import { checkPredictor } from "./model-selector";

/** The options of `SequentialFeatureSelector`. */
export interface SequentialFeatureSelectorOptions<E extends Predictor = Predictor> {
  /** What is cross-validated with each choice of features. */
  readonly estimator: E;
  /**
   * How many features to keep, or below 1, which share. Default "auto": half of them, or with `tol`, as many as raise the
   * score by it.
   */
  readonly nFeaturesToSelect?: number | "auto";
  /** With "auto", stop when the score rises by less from one step to the next. Default no such end. */
  readonly tol?: number | undefined;
  /** Begin with no features and add ("forward"), or with all and take out ("backward"). Default "forward". */
  readonly direction?: "forward" | "backward";
  /** How choices are scored. Default by the estimator's own `score`: R² or accuracy. */
  readonly scoring?: Scoring | undefined;
  /** The folds; a number makes `StratifiedKFold` for classifiers and `KFold` for regressors. Default 5. */
  readonly cv?: Folding;
  /** Called after each step. */
  readonly onProgress?: ProgressCallback | undefined;
}

/** What `fit` of a `SequentialFeatureSelector` can be told. */
export interface SequentialFitOptions extends FitOptions {
  /** The group of each row, for folds that keep groups together. */
  readonly groups?: Labels | undefined;
}

/**
 * Adds the feature that raises the score of cross-validation most, again and again; or takes out the one that it misses
 * least. Of equal scores the first feature wins.
 *
 * It asks nothing of the estimator but a score, and costs nFeatures · nFeaturesToSelect · folds fits.
 *
 * @see Ferri, Pudil, Hatef and Kittler (1994), Comparative study of techniques for large-scale feature selection.
 * @roadmap FEA-004
 * @example
 * ```ts
 * const X = Array.from({ length: 20 }, (_, i) => [(i * 5) % 13, i, (i * 7) % 11]);
 * const y = X.map(([, b, c]) => 4 * b! + c!);
 * const selector = new SequentialFeatureSelector({ estimator: new LinearRegression(), nFeaturesToSelect: 2 });
 * selector.fit(X, y).getSupport(); // → [false, true, true]
 * ```
 */
export class SequentialFeatureSelector<E extends Predictor = Predictor> extends BaseSelector<
  SequentialFeatureSelectorOptions<E>,
  FittedSupport
> {
  static override readonly typeName: string = "SequentialFeatureSelector";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;
  readonly nFeaturesToSelect: number | "auto";
  readonly tol: number | undefined;
  readonly direction: "forward" | "backward";
  readonly scoring: Scoring | undefined;
  readonly cv: Folding;
  readonly onProgress: ProgressCallback | undefined;

  /**
   * @throws ParameterError for what is no estimator, folds or scoring, for numbers of features that are none, and for a `tol`
   *   that is not finite, or not above 0 forwards.
   */
  constructor({
    estimator,
    nFeaturesToSelect = "auto",
    tol,
    direction = "forward",
    scoring,
    cv = 5,
    onProgress,
  }: SequentialFeatureSelectorOptions<E>) {
    super();
    const where = "SequentialFeatureSelector";
    this.estimator = checkPredictor(where, estimator);
    if (nFeaturesToSelect !== "auto") checkCount(where, "nFeaturesToSelect", nFeaturesToSelect);
    this.nFeaturesToSelect = nFeaturesToSelect;
    this.direction = checkOneOf(where, "direction", direction, ["forward", "backward"]);
    this.tol = tol === undefined ? undefined : checkFinite(where, "tol", tol);
    if (tol !== undefined && tol <= 0 && direction === "forward") {
      throw new ParameterError(`${where}: tol must be above 0 for forward selection, got ${tol}`);
    }
    if (scoring !== undefined) getScorer(scoring);
    this.scoring = scoring;
    this.cv = checkFolding(where, cv);
    this.onProgress = onProgress;
    Object.freeze(this);
  }

  /**
   * Chooses. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), at least two of them, dense or sparse
   * @param y labels or targets
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, and unless there
   *   are more features than are to be kept; and what the estimator throws.
   */
  fit(
    X: AnyMatrix,
    y?: Targets | Labels,
    { groups, ...fitOptions }: SequentialFitOptions = {},
  ): this {
    const where = "SequentialFeatureSelector.fit";
    const { X: read, names } = checkAnyMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    const score = this.#scorer(where, read, y!, { groups, ...fitOptions });
    const isOpen = this.nFeaturesToSelect === "auto" && this.tol !== undefined;
    const target = isOpen ? nFeaturesIn - 1 : this.#target(where, nFeaturesIn);
    const isForward = this.direction === "forward";
    const nSteps = isForward || isOpen ? target : nFeaturesIn - target;
    /** 1 for what was added, or taken out. */
    const moved = new Uint8Array(nFeaturesIn);
    const supportOf = () => (isForward ? moved : moved.map((one) => 1 - one));
    let before = -Infinity;
    for (let step = 0; step < nSteps; step++) {
      const best = this.#bestMove(moved, (j) => {
        moved[j] = 1;
        const found = score(placesInSupport(supportOf()));
        moved[j] = 0;
        return found;
      });
      if (isOpen && best.score - before < this.tol!) break;
      before = best.score;
      moved[best.feature] = 1;
      this.onProgress?.({ done: step + 1, total: nSteps, metrics: { score: best.score } });
    }
    return this.keep({ support: supportOf(), nFeaturesIn, featureNamesIn: names });
  }

  #target(where: string, nFeatures: number): number {
    const { nFeaturesToSelect } = this;
    const target = countOf(nFeaturesToSelect === "auto" ? undefined : nFeaturesToSelect, nFeatures);
    if (target < nFeatures && nFeatures > 1) return target;
    throw new ValueError(
      `${where}: expected more features than are to be kept, ${target}, and at least 2, got ${nFeatures}`,
    );
  }

  /** The feature that is not moved yet with the highest score of those that score(j) gives. */
  #bestMove(moved: Uint8Array, score: (j: number) => number) {
    let best = { feature: -1, score: Number.NaN };
    moved.forEach((done, feature) => {
      if (done === 1) return;
      const found = score(feature);
      if (best.feature < 0 || found > best.score) best = { feature, score: found };
    });
    return best;
  }

  /** The mean score of cross-validation with some features. */
  #scorer(
    where: string,
    X: Tensor | SparseTensor,
    y: Targets | Labels,
    { groups, ...fitOptions }: SequentialFitOptions,
  ): (places: Int32Array) => number {
    const rows = [X, y as Splittable] as const;
    const folds = foldsOfRows(where, this.estimator, rows, { cv: this.cv, groups });
    const scorers = scorersOf(this.scoring);
    return (places) => {
      const chosen = takeColumns(X, places);
      const scores = folds.map((fold) => {
        const run = runFold(where, this.estimator, [chosen, y as Splittable], fold, scorers, {
          fitOptions,
        });
        return run.test.score!;
      });
      return scores.reduce((sum, one) => sum + one, 0) / scores.length;
    };
  }
}
