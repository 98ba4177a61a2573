import { checkBoolean } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseClassifier, type FittedClasses } from "../base/base-classifier";
import type { Classifier, FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { askInner, checkInner, fitCopy, hasMethod, type ScoreMethod } from "../base/inner";
import type { Matrix } from "../base/inputs";
import type { EstimatorJSON, EstimatorLoader } from "../base/json";
import { encodeKnownLabels, encodeLabels, type Labels } from "../base/labels";
import type { ParamRecord } from "../base/params";
import { LogisticRegression } from "../linear-model/logistic-regression";
import {
  checkFolding,
  checkSavableFolding,
  type Folding,
  foldsOfRows,
} from "../model-selection/folding";
import type { Splittable } from "../model-selection/rows";
import { checkNamed, fitAll, keptOf, type NamedEstimator, replaceNamed } from "./named-estimators";
import {
  answersFor,
  checkStackMethod,
  outOfFold,
  type StackMethod,
  stacked,
} from "./stacked-features";

/** The options of `StackingClassifier`. */
export interface StackingClassifierOptions {
  /** Names and classifiers; "drop" leaves one out. Copies are fitted. */
  readonly estimators: readonly NamedEstimator<Classifier>[];
  /** What learns from their answers. Default `LogisticRegression`. */
  readonly finalEstimator?: Classifier;
  /**
   * The folds by which the answers are made that the last one learns from; or "prefit": the classifiers are fitted
   * already, on other rows, and are taken as they are. Default 5 stratified folds.
   */
  readonly cv?: Folding | "prefit";
  /** What the last one sees: "auto" (the default) takes probabilities, else decisions, else predictions. */
  readonly stackMethod?: StackMethod;
  /** Also show the features to the last one. Default false. */
  readonly passthrough?: boolean;
}

type Params = Required<StackingClassifierOptions>;

interface FittedStacking extends FittedClasses {
  readonly fitted: readonly Classifier[];
  readonly last: Classifier;
}

/**
 * Classifiers whose answers are the features of a last one, which learns whom to trust, and where.
 *
 * The last one learns from answers for rows that the first ones have not seen (`crossValPredict`), and is later shown the
 * answers of classifiers that have seen all rows.
 *
 * @see Wolpert (1992), Stacked generalization, Neural Networks 5(2), 241–259.
 * @roadmap SUP-024
 * @example
 * ```ts
 * const model = new StackingClassifier({
 *   estimators: [["bayes", new GaussianNB()], ["logistic", new LogisticRegression()]],
 *   cv: 2,
 * });
 * model.fit([[0], [1], [5], [6]], ["a", "a", "b", "b"]).predict([[-1], [9]]); // → ["a", "b"]
 * ```
 */
export class StackingClassifier extends BaseClassifier<Params, FittedStacking> {
  static override readonly typeName: string = "StackingClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimators: readonly NamedEstimator<Classifier>[];
  readonly finalEstimator: Classifier;
  readonly cv: Folding | "prefit";
  readonly stackMethod: StackMethod;
  readonly passthrough: boolean;

  /**
   * @throws ParameterError unless the names are different and all are classifiers, for folds that are none, and for a
   *   method that a classifier lacks.
   */
  constructor({
    estimators,
    finalEstimator = new LogisticRegression(),
    cv = 5,
    stackMethod = "auto",
    passthrough = false,
  }: StackingClassifierOptions) {
    super();
    const where = "StackingClassifier";
    this.estimators = checkNamed(where, estimators, "classifier", RESERVED);
    this.finalEstimator = checkInner(where, "finalEstimator", finalEstimator, ["classifier"]);
    this.cv = cv === "prefit" ? cv : checkFolding(where, cv);
    this.stackMethod = checkStackMethod(where, stackMethod, keptOf(estimators));
    this.passthrough = checkBoolean(where, "passthrough", passthrough);
    Object.freeze(this);
  }

  /**
   * Fits a copy of each classifier on all rows, and one of the last on their answers for rows left out. A second call
   * forgets the first.
   *
   * @param X what the classifiers take: they may be pipelines that take tables
   * @throws ParameterError unless the folds test every row once; and what the classifiers throw.
   */
  fit(X: Matrix, y: Labels, options: FitOptions = {}): this {
    const where = "StackingClassifier.fit";
    const kept = keptOf(this.estimators);
    const { cv, stackMethod } = this;
    const { classes } = encodeLabels(where, "y", y);
    const fitted = cv === "prefit" ? kept.map(([, one]) => one) : fitAll(kept, X, y, options);
    const answers =
      cv === "prefit"
        ? answersFor(fitted, X, classes, stackMethod)
        : outOfFold(
            kept.map(([, one]) => one),
            [X, y],
            classes,
            stackMethod,
            {
              folds: foldsOfRows(where, this, [X as Splittable, y as Splittable], { cv }),
              options,
            },
          );
    const Z = stacked(where, answers, X, this.passthrough);
    const last = fitCopy(this.finalEstimator, Z, y, options.sampleWeight);
    const { nFeaturesIn, featureNamesIn } = fitted[0]!;
    return this.keep({ classes, fitted, last, nFeaturesIn, featureNamesIn });
  }

  override withParams(params: ParamRecord): this {
    const replaced = replaceNamed("StackingClassifier", { ...this.getParams() }, params);
    return new StackingClassifier(replaced as unknown as Params) as this;
  }

  /** As of every estimator. @throws ValueError if `cv` is something that makes folds, which JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    if (this.cv !== "prefit") checkSavableFolding("StackingClassifier.toJSON", this.cv);
    return super.toJSON();
  }

  /** The fitted classifiers by their names. @throws NotFittedError before `fit`. */
  get namedEstimators(): Readonly<Record<string, Classifier>> {
    const { fitted } = this.learned("namedEstimators");
    return Object.fromEntries(keptOf(this.estimators).map(([name], k) => [name, fitted[k]!]));
  }

  /** The last classifier, fitted. @throws NotFittedError before `fit`. */
  get fittedFinalEstimator(): Classifier {
    return this.learned("fittedFinalEstimator").last;
  }

  /** What the last classifier sees of rows, shape (nSamples, nColumns). @throws as `predict`. */
  transform(X: Matrix): Tensor {
    return this.#seen("transform", X);
  }

  /** `predictProba` of the last classifier, if it has one. */
  get predictProba(): ScoreMethod | undefined {
    return this.#ofLast("predictProba");
  }

  /** `decisionFunction` of the last classifier, if it has one. */
  get decisionFunction(): ScoreMethod | undefined {
    return this.#ofLast("decisionFunction");
  }

  protected predictCodes(X: Matrix): ArrayLike<number> {
    const { last, classes } = this.learned("predict");
    const predicted = last.predict(this.#seen("predict", X));
    return encodeKnownLabels("StackingClassifier.predict", "y", predicted, classes);
  }

  #ofLast(name: "predictProba" | "decisionFunction"): ScoreMethod | undefined {
    if (!hasMethod(this.finalEstimator, name)) return undefined;
    return (X) => {
      const Z = this.#seen(name, X as Matrix);
      return askInner("StackingClassifier", this.learned(name).last, name, Z);
    };
  }

  #seen(method: string, X: Matrix): Tensor {
    const { fitted, classes } = this.learned(method);
    const answers = answersFor(fitted, X, classes, this.stackMethod);
    return stacked(`StackingClassifier.${method}`, answers, X, this.passthrough);
  }
}

/** Names that are options. */
export const RESERVED = ["estimators", "finalEstimator", "cv", "stackMethod", "passthrough"];
