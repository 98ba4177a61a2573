import { checkFinite, checkOneOf, ParameterError } from "@gradus/core";
import type { Classifier, FitOptions } from "../base/estimator";
import { checkInner, fitCopy } from "../base/inner";
import { checkLabels, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { countPassedRows } from "../base/passed-on";
import { type FittedThreshold, ThresholdClassifier } from "./threshold-classifier";
import {
  checkBinary,
  THRESHOLD_METHODS,
  type ThresholdMethod,
  thresholdMethod,
} from "./thresholded";

/** The options of `FixedThresholdClassifier`. */
export interface FixedThresholdClassifierOptions<E extends Classifier = Classifier> {
  /** A classifier; a copy is fitted. */
  readonly estimator: E;
  /** From this probability or decision on a row is positive; "auto" is 0.5 or 0. Default "auto". */
  readonly threshold?: number | "auto";
  /** The positive class. Default the second one. */
  readonly posLabel?: Label | undefined;
  /** What the threshold is compared with; "auto" takes probabilities before decisions. Default "auto". */
  readonly responseMethod?: ThresholdMethod;
}

type Params<E extends Classifier> = Required<Omit<FixedThresholdClassifierOptions<E>, "posLabel">> &
  Pick<FixedThresholdClassifierOptions<E>, "posLabel">;

/**
 * A classifier of two classes with another threshold: where a miss costs more than a false alarm, the positive class is
 * named from a lower probability on.
 *
 * @see Elkan (2001), International Joint Conference on Artificial Intelligence 17, 973–978.
 * @example
 * ```ts
 * const estimator = new LogisticRegression();
 * const model = new FixedThresholdClassifier({ estimator, threshold: 0.2 });
 * model.fit([[0], [1], [2], [3]], ["well", "well", "ill", "ill"].map((label) => label === "ill"));
 * model.predict([[0], [1.2]]); // → [false, true]
 * ```
 */
export class FixedThresholdClassifier<
  E extends Classifier = Classifier,
> extends ThresholdClassifier<E, Params<E>, FittedThreshold> {
  static override readonly typeName: string = "FixedThresholdClassifier";
  readonly estimator: E;
  readonly threshold: number | "auto";
  readonly posLabel: Label | undefined;
  readonly responseMethod: ThresholdMethod;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    estimator,
    threshold = "auto",
    posLabel,
    responseMethod = "auto",
  }: FixedThresholdClassifierOptions<E>) {
    super();
    const where = "FixedThresholdClassifier";
    this.estimator = checkInner(where, "estimator", estimator, ["classifier"]);
    this.threshold = threshold === "auto" ? threshold : checkFinite(where, "threshold", threshold);
    this.posLabel = posLabel;
    this.responseMethod = checkOneOf(where, "responseMethod", responseMethod, THRESHOLD_METHODS);
    thresholdMethod(where, estimator, responseMethod);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the classifier. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), as the classifier takes them
   * @param y labels of two classes, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for another number of classes, and weights that are
   *   negative or all 0; ParameterError if `posLabel` is none of the classes; and what the classifier throws.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "FixedThresholdClassifier.fit";
    const { classes } = checkLabels(where, countPassedRows(where, X), y, sampleWeight);
    checkBinary(where, classes);
    const positive = this.posLabel === undefined ? 1 : classes.indexOf(this.posLabel);
    if (positive < 0) {
      throw new ParameterError(
        `${where}: posLabel must be one of ${classes.join(", ")}, got ${this.posLabel}`,
      );
    }
    const model = fitCopy<Classifier>(this.estimator, X, y, sampleWeight);
    const isShares = thresholdMethod(where, model, this.responseMethod) === "predictProba";
    const usual = isShares ? 0.5 : 0;
    return this.keep({
      classes,
      model,
      positive,
      threshold: this.threshold === "auto" ? usual : this.threshold,
      nFeaturesIn: model.nFeaturesIn,
      featureNamesIn: model.featureNamesIn,
    });
  }
}
