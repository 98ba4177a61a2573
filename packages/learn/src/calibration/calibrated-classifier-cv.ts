import { checkOneOf, describeValue, ParameterError, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type FittedClasses, ProbabilisticClassifier } from "../base/base-classifier";
import type { Classifier, FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, hasMethod } from "../base/inner";
import { checkLabels, type Matrix } from "../base/inputs";
import type { EstimatorJSON, EstimatorLoader } from "../base/json";
import { encodeKnownLabels, type Labels } from "../base/labels";
import { countPassedRows } from "../base/passed-on";
import { FrozenEstimator } from "../frozen/frozen-estimator";
import { crossValPredict } from "../model-selection/cross-val-predict";
import type { Fold } from "../model-selection/cross-validator";
import {
  checkFolding,
  checkSavableFolds,
  type Folding,
  foldsOfRows,
} from "../model-selection/folding";
import { takeRows } from "../model-selection/rows";
import { LinearSVC } from "../svm/linear-svc";
import {
  type CalibratedPair,
  columnsOf,
  fitCalibrators,
  scoresOf,
  sharesOfPair,
} from "./calibrated-pair";
import type { CalibrationMethod } from "./calibrators";

/** The options of `CalibratedClassifierCV`. */
export interface CalibratedClassifierCVOptions<E extends Classifier = Classifier> {
  /** What makes the scores; copies are fitted. Default `LinearSVC`. */
  readonly estimator?: E;
  /**
   * A sigmoid by Platt's method, an isotonic regression (which wants a thousand rows or more), or one temperature for all
   * classes. Default "sigmoid".
   */
  readonly method?: CalibrationMethod;
  /** The folds. Default 5, each with all classes in their shares. */
  readonly cv?: Folding;
  /**
   * Whether to keep a copy for each fold and average their probabilities, or one copy that is fitted on all rows; "auto"
   * is true unless the estimator is a `FrozenEstimator`. Default "auto".
   */
  readonly ensemble?: boolean | "auto";
}

interface FittedCalibration extends FittedClasses {
  readonly pairs: readonly CalibratedPair[];
}

/**
 * Makes probabilities of a classifier's scores: copies are fitted on some folds, and what turns scores into
 * probabilities is learned on the fold that they have not seen. Decisions are taken before probabilities, if the
 * classifier has both.
 *
 * A classifier that was fitted before, on other rows, comes as a `FrozenEstimator`: then all rows go to calibration.
 *
 * @see Platt (1999), Advances in Large Margin Classifiers, 61–74.
 * @see Zadrozny and Elkan (2002), International Conference on Knowledge Discovery and Data Mining 8, 694–699.
 * @see Niculescu-Mizil and Caruana (2005), International Conference on Machine Learning 22, 625–632.
 * @example
 * ```ts
 * const X = Array.from({ length: 40 }, (_, i) => [i / 10]);
 * const y = X.map(([x], i) => (x! + Math.sin(7 * i) > 2 ? "yes" : "no"));
 * const model = new CalibratedClassifierCV({ estimator: new LinearSVC({ seed: 0 }) }).fit(X, y);
 * const yes = model.predictProba([[0], [4]]).slice([], 1);
 * Array.from(yes.data(), (share) => Math.round(share)).join(); // → 0,1
 * ```
 */
export class CalibratedClassifierCV<
  E extends Classifier = Classifier,
> extends ProbabilisticClassifier<Required<CalibratedClassifierCVOptions<E>>, FittedCalibration> {
  static override readonly typeName: string = "CalibratedClassifierCV";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;
  readonly method: CalibrationMethod;
  readonly cv: Folding;
  readonly ensemble: boolean | "auto";

  /** @throws ParameterError for options that cannot be. */
  constructor({
    estimator = new LinearSVC({ seed: 0 }) as Classifier as E,
    method = "sigmoid",
    cv = 5,
    ensemble = "auto",
  }: CalibratedClassifierCVOptions<E> = {}) {
    super();
    const where = "CalibratedClassifierCV";
    this.estimator = checkInner(where, "estimator", estimator, ["classifier"]);
    if (!hasMethod(estimator, "decisionFunction") && !hasMethod(estimator, "predictProba")) {
      throw new ParameterError(
        `${where}: estimator must have decisionFunction or predictProba, got one with neither`,
      );
    }
    this.method = checkOneOf(where, "method", method, ["sigmoid", "isotonic", "temperature"]);
    this.cv = checkFolding(where, cv);
    if (typeof ensemble !== "boolean" && ensemble !== "auto") {
      throw new ParameterError(
        `${where}: ensemble must be true, false or "auto", got ${describeValue(ensemble)}`,
      );
    }
    this.ensemble = ensemble;
    Object.freeze(this);
  }

  /**
   * Fits copies of the classifier and what calibrates them. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), as the classifier takes them
   * @param y labels, shape (nSamples,), of at least two classes
   * @throws ShapeError if the shapes do not fit together; ValueError for labels of a single class, and weights that are
   *   negative or all 0; ParameterError for more folds than rows of the largest class; and what the classifier throws.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "CalibratedClassifierCV.fit";
    const nRows = countPassedRows(where, X);
    const { classes, codes, weights } = checkLabels(where, nRows, y, sampleWeight);
    if (classes.length < 2) {
      throw new ValueError(
        `${where}: expected labels of at least two classes, got only ${classes[0]}`,
      );
    }
    const labels = Array.from(codes, (code) => classes[code]!);
    const own = weights?.data() as Float64Array | undefined;
    const data = { where, X, labels, weights: own };
    const isEnsemble =
      this.ensemble === "auto" ? !(this.estimator instanceof FrozenEstimator) : this.ensemble;
    const pairs = isEnsemble ? this.#fitFolds(data) : [this.#fitWhole(data)];
    const { nFeaturesIn, featureNamesIn } = pairs[0]!.estimator;
    return this.keep({ classes, pairs, nFeaturesIn, featureNamesIn });
  }

  /** The fitted copies of the classifier: one for each fold, or one. @throws NotFittedError before `fit`. */
  get estimators(): readonly E[] {
    return this.learned("estimators").pairs.map(({ estimator }) => estimator as E);
  }

  predictProba(X: Matrix): Tensor {
    const { pairs, classes } = this.learned("predictProba");
    const where = "CalibratedClassifierCV.predictProba";
    const parts = pairs.map((pair) => sharesOfPair(where, pair, X, classes));
    const means = parts[0]!.map((_, at) => {
      let sum = 0;
      for (const part of parts) sum += part[at]!;
      return sum / parts.length;
    });
    return tensor(means, { shape: [means.length / classes.length, classes.length] });
  }

  /** @throws ParameterError if `cv` is an object, which JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    checkSavableFolds("CalibratedClassifierCV.toJSON", this.cv);
    return super.toJSON();
  }

  #fitFolds(data: CalibrationData): CalibratedPair[] {
    const { where, X, labels, weights } = data;
    const folds = foldsOfRows(where, { estimatorType: "classifier" }, [X, labels], this);
    return folds.map(({ train, test }) => {
      const estimator = fitOn(this.estimator, data, train);
      const XTest = takeRows(X, test);
      const scores = scoresOf(where, estimator, XTest);
      const codes = encodeKnownLabels(where, "y", takeRows(labels, test), estimator.classes);
      const rows = { scores, codes, weights: weights && takeRows(weights, test) };
      return { estimator, calibrators: fitCalibrators(this.method, rows) };
    });
  }

  #fitWhole(data: CalibrationData): CalibratedPair {
    const { where, X, labels, weights } = data;
    const all = Int32Array.from(labels, (_, i) => i);
    const estimator = fitOn(this.estimator, data, all);
    const isShares = !hasMethod(estimator, "decisionFunction");
    const scores = crossValPredict(this.estimator, X, labels, {
      cv: this.cv,
      method: isShares ? "predictProba" : "decisionFunction",
      ...(weights && { fitOptions: { sampleWeight: weights } }),
    });
    const codes = encodeKnownLabels(where, "y", labels, estimator.classes);
    const rows = { scores: columnsOf(scores, isShares), codes, weights };
    return { estimator, calibrators: fitCalibrators(this.method, rows) };
  }
}

interface CalibrationData {
  readonly where: string;
  readonly X: Matrix;
  readonly labels: readonly (string | number | boolean)[];
  readonly weights: Float64Array | undefined;
}

function fitOn<E extends Classifier>(
  estimator: E,
  { X, labels, weights }: CalibrationData,
  rows: Fold["train"],
): E {
  const options = weights ? { sampleWeight: takeRows(weights, rows) } : {};
  return (estimator.clone() as E).fit(takeRows(X, rows), takeRows(labels, rows), options);
}
