import {
  checkBetween,
  checkBoolean,
  checkFinite,
  checkInteger,
  checkOneOf,
  ParameterError,
  ValueError,
} from "@gradus/core";
import type { Classifier, FitOptions } from "../base/estimator";
import { checkInner, fitCopy } from "../base/inner";
import { checkLabels, type Matrix } from "../base/inputs";
import type { EstimatorJSON } from "../base/json";
import type { Labels } from "../base/labels";
import { countPassedRows } from "../base/passed-on";
import { anySeed, checkSeed } from "../base/seeds";
import { getScorer, type Scoring } from "../metrics/scorer";
import type { Fold } from "./cross-validator";
import { checkFolding, checkSavableFolds, type Folding, foldsOfRows } from "./folding";
import { takeRows } from "./rows";
import { StratifiedShuffleSplit } from "./shuffle-split";
import { type FittedThreshold, ThresholdClassifier } from "./threshold-classifier";
import { meanCurve, type ThresholdCurve, thresholdCurve } from "./threshold-search";
import {
  checkBinary,
  THRESHOLD_METHODS,
  type ThresholdMethod,
  thresholdMethod,
} from "./thresholded";

/** The options of `TunedThresholdClassifierCV`. */
export interface TunedThresholdClassifierCVOptions<E extends Classifier = Classifier> {
  /** A classifier; copies are fitted, unless `cv` is "prefit". */
  readonly estimator: E;
  /** What is made as large as can be, of predicted labels: a name, or a scorer. Default "balancedAccuracy". */
  readonly scoring?: Scoring;
  /** What the threshold is compared with; "auto" takes probabilities before decisions. Default "auto". */
  readonly responseMethod?: ThresholdMethod;
  /** How many thresholds are tried between the least and the largest score, or which ones. Default 100. */
  readonly thresholds?: number | readonly number[];
  /** The folds; a share of the rows for a single drawn fold; "prefit" for a classifier that is fitted. Default 5. */
  readonly cv?: Folding | "prefit";
  /** Fit the classifier on all rows at the end; false for a single fold. Default true, but for "prefit". */
  readonly refit?: boolean;
  /** The same seed draws the same fold, where `cv` is a share. Default others each time. */
  readonly seed?: number | undefined;
}

type Params<E extends Classifier> = Required<Omit<TunedThresholdClassifierCVOptions<E>, "seed">> & {
  readonly seed: number | undefined;
};

interface FittedTuned extends FittedThreshold {
  readonly bestScore: number;
  readonly curve: ThresholdCurve;
}

/**
 * A classifier of two classes with the threshold that scores best on rows that it was not trained on: for each fold, a
 * copy is scored at each threshold, and the folds' curves are averaged.
 *
 * With a scorer of your own it minimizes costs: see the example. The positive class is the second one. Weights go to the
 * classifier alone, as in scikit-learn. The curve is always kept.
 *
 * @see Elkan (2001), International Joint Conference on Artificial Intelligence 17, 973–978.
 * @example
 * ```ts
 * const X = Array.from({ length: 40 }, (_, i) => [i]);
 * const y = X.map(([i]) => (i! + 7 * Math.sin(5 * i!) > 20 ? 1 : 0));
 * // A miss costs ten times as much as a false alarm.
 * const gain = (yTrue: number[], yPred: number[]) =>
 *   -yTrue.reduce((cost, label, i) => cost + (label > yPred[i]! ? 10 : label < yPred[i]! ? 1 : 0), 0);
 * const estimator = new LogisticRegression();
 * const model = new TunedThresholdClassifierCV({ estimator, scoring: makeScorer(gain) }).fit(X, y);
 * model.bestThreshold < 0.5; // → true
 * ```
 */
export class TunedThresholdClassifierCV<
  E extends Classifier = Classifier,
> extends ThresholdClassifier<E, Params<E>, FittedTuned> {
  static override readonly typeName: string = "TunedThresholdClassifierCV";
  readonly estimator: E;
  readonly scoring: Scoring;
  readonly responseMethod: ThresholdMethod;
  readonly thresholds: number | readonly number[];
  readonly cv: Folding | "prefit";
  readonly refit: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    estimator,
    scoring = "balancedAccuracy",
    responseMethod = "auto",
    thresholds = 100,
    cv = 5,
    refit = cv !== "prefit",
    seed,
  }: TunedThresholdClassifierCVOptions<E>) {
    super();
    const where = "TunedThresholdClassifierCV";
    this.estimator = checkInner(where, "estimator", estimator, ["classifier"]);
    getScorer(scoring);
    this.scoring = scoring;
    this.responseMethod = checkOneOf(where, "responseMethod", responseMethod, THRESHOLD_METHODS);
    thresholdMethod(where, estimator, responseMethod);
    this.thresholds = checkThresholds(where, thresholds);
    this.cv = checkFoldsOrShare(where, cv);
    this.refit = checkBoolean(where, "refit", refit);
    if (refit && cv === "prefit") {
      throw new ParameterError(`${where}: refit must be false where cv is "prefit", got true`);
    }
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Finds the threshold, and fits a copy of the classifier on all rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), as the classifier takes them
   * @param y labels of two classes, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for another number of classes, scores that are all
   *   the same, and weights that are negative or all 0; ParameterError for several folds without `refit`;
   *   NotFittedError with "prefit" for a classifier that is not fitted; and what the classifier throws.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "TunedThresholdClassifierCV.fit";
    const nRows = countPassedRows(where, X);
    const { classes, codes, weights } = checkLabels(where, nRows, y, sampleWeight);
    checkBinary(where, classes);
    const labels = Array.from(codes, (code) => classes[code]!);
    const rowWeights = weights?.data() as Float64Array | undefined;
    const fitOn = (rows: Int32Array) =>
      fitCopy<Classifier>(
        this.estimator,
        takeRows(X, rows),
        takeRows(labels, rows),
        rowWeights && takeRows(rowWeights, rows),
      );
    const all = Int32Array.from(labels, (_, i) => i);
    const folds = this.#folds(where, X, labels, all);
    const models = folds.map(({ train }) => (this.cv === "prefit" ? this.estimator : fitOn(train)));
    const trial = {
      where,
      method: this.responseMethod,
      scorer: getScorer(this.scoring),
      thresholds: this.thresholds,
    };
    const curves = folds.map(({ test }, k) =>
      thresholdCurve(models[k]!, { X: takeRows(X, test), y: takeRows(labels, test) }, trial),
    );
    checkVaried(where, curves);
    const curve = meanCurve(curves, this.thresholds);
    const best = curve.scores.indexOf(Math.max(...curve.scores));
    const model = this.refit ? fitOn(all) : models[0]!;
    return this.keep({
      classes,
      model,
      positive: 1,
      threshold: curve.thresholds[best]!,
      bestScore: curve.scores[best]!,
      curve,
      nFeaturesIn: model.nFeaturesIn,
      featureNamesIn: model.featureNamesIn,
    });
  }

  /** The threshold that scored best: the lowest of equal ones. @throws NotFittedError before `fit`. */
  get bestThreshold(): number {
    return this.learned("bestThreshold").threshold;
  }

  /** The mean score at the best threshold. @throws NotFittedError before `fit`. */
  get bestScore(): number {
    return this.learned("bestScore").bestScore;
  }

  /** The thresholds that were tried, and their mean scores. @throws NotFittedError before `fit`. */
  get cvResults(): { readonly thresholds: Float64Array; readonly scores: Float64Array } {
    const { thresholds, scores } = this.learned("cvResults").curve;
    return { thresholds: thresholds.slice(), scores: scores.slice() };
  }

  /** @throws ParameterError if `cv` is an object, and ValueError if `scoring` is a function: JSON can hold neither. */
  override toJSON(): EstimatorJSON {
    checkSavableFolds("TunedThresholdClassifierCV.toJSON", this.cv);
    return super.toJSON();
  }

  #folds(where: string, X: Matrix, labels: readonly unknown[], all: Int32Array): readonly Fold[] {
    const { cv } = this;
    if (cv === "prefit") return [{ train: all, test: all }];
    const isShare = typeof cv === "number" && cv < 1;
    const seed = this.seed ?? anySeed();
    const folding = isShare ? new StratifiedShuffleSplit({ nSplits: 1, testSize: cv, seed }) : cv;
    const folds = foldsOfRows(where, this.estimator, [X, labels], { cv: folding });
    if (this.refit || folds.length === 1) return folds;
    throw new ParameterError(
      `${where}: refit must be true where there are several folds, ${folds.length}, got false`,
    );
  }
}

function checkThresholds(
  where: string,
  thresholds: number | readonly number[],
): number | readonly number[] {
  if (typeof thresholds === "number") return checkInteger(where, "thresholds", thresholds, 1);
  if (!Array.isArray(thresholds) || thresholds.length === 0) {
    throw new ParameterError(`${where}: thresholds must be a number of them, or a list, got none`);
  }
  for (const threshold of thresholds) checkFinite(where, "thresholds", threshold);
  return thresholds;
}

function checkFoldsOrShare(where: string, cv: Folding | "prefit"): Folding | "prefit" {
  if (cv === "prefit") return cv;
  if (typeof cv === "number" && cv > 0 && cv < 1) return checkBetween(where, "cv", cv, [0, 1]);
  return checkFolding(where, cv);
}

function checkVaried(where: string, curves: readonly ThresholdCurve[]): void {
  const isConstant = curves.some(({ thresholds }) => {
    const [first, last] = [thresholds[0]!, thresholds.at(-1)!];
    return Math.abs(first - last) <= 1e-8 + 1e-5 * Math.abs(last);
  });
  if (!isConstant) return;
  throw new ValueError(
    `${where}: expected scores that differ between rows, got the same for all of a fold, so that no threshold is better than another`,
  );
}
