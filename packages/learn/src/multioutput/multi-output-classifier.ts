import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { Classifier, FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, fitCopy, hasMethod, type IfHas } from "../base/inner";
import { checkWeights } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Label } from "../base/labels";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { type LabelRows, readLabelColumns, rowsOfColumns, shareOfRight } from "./label-columns";

/** The options of `MultiOutputClassifier`. */
export interface MultiOutputClassifierOptions<C extends Classifier = Classifier> {
  /** The classifier of which each output gets a fitted copy. */
  readonly estimator: C;
}

interface FittedOutputs {
  readonly estimators: readonly Classifier[];
}

/**
 * Several labels for each row at once, by a classifier for each: several topics of a text, or its language and its author.
 * The outputs know nothing of each other; `ClassifierChain` lets them.
 *
 * @example
 * ```ts
 * const model = new MultiOutputClassifier({ estimator: new LogisticRegression() });
 * model.fit([[0], [1], [2], [3]], [["no", 0], ["no", 1], ["yes", 1], ["yes", 1]]);
 * model.predict([[-2], [5]]); // → [["no", 0], ["yes", 1]]
 * ```
 */
export class MultiOutputClassifier<C extends Classifier = Classifier> extends BaseEstimator<
  MultiOutputClassifierOptions<C>,
  FittedOutputs
> {
  static override readonly typeName: string = "MultiOutputClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: C;

  /** @throws ParameterError for what is no classifier. */
  constructor({ estimator }: MultiOutputClassifierOptions<C>) {
    super();
    this.estimator = checkInner("MultiOutputClassifier", "estimator", estimator, ["classifier"]);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the classifier for each column of Y. A second call forgets the first.
   *
   * @param Y labels, shape (nSamples, nOutputs)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, missing labels,
   *   and weights that are negative or all 0; and what the classifier throws.
   */
  fit(X: AnyMatrix, Y: LabelRows, { sampleWeight }: FitOptions = {}): this {
    const where = "MultiOutputClassifier.fit";
    const { X: read, names } = checkAnyMatrix(where, X);
    const columns = readLabelColumns(where, Y, read.shape[0]!);
    const weights = checkWeights(where, sampleWeight, read.shape[0]!);
    return this.keep({
      estimators: columns.map((column) => fitCopy(this.estimator, read, column, weights)),
      nFeaturesIn: read.shape[1]!,
      featureNamesIn: names,
    });
  }

  /** The fitted copies, one for each output. @throws NotFittedError before `fit`. */
  get estimators(): readonly C[] {
    return this.learned("estimators").estimators as readonly C[];
  }

  /** The labels of each output, sorted. @throws NotFittedError before `fit`. */
  get classes(): readonly (readonly Label[])[] {
    return this.estimators.map(({ classes }) => classes);
  }

  /**
   * The predicted labels, a list for each row.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than
   *   those of `fit` and for values that are no finite numbers.
   */
  predict(X: AnyMatrix): Label[][] {
    const { estimators, ...fitted } = this.learned("predict");
    const read = checkAnyFeatures("MultiOutputClassifier.predict", X, fitted);
    return rowsOfColumns(estimators.map((model) => model.predict(read as never)));
  }

  /** For each output the probability of each of its classes, if the classifier has `predictProba`. */
  get predictProba(): IfHas<C, "predictProba", (X: AnyMatrix) => Tensor[]> {
    const method = (X: AnyMatrix) => {
      const { estimators, ...fitted } = this.learned("predictProba");
      const read = checkAnyFeatures("MultiOutputClassifier.predictProba", X, fitted);
      return estimators.map((model) =>
        (model as unknown as { predictProba(X: unknown): Tensor }).predictProba(read),
      );
    };
    return (hasMethod(this.estimator, "predictProba") ? method : undefined) as never;
  }

  /** The (weighted) share of rows whose labels are all right. @throws as `predict`, and ShapeError if Y does not fit X. */
  score(X: AnyMatrix, Y: LabelRows, { sampleWeight }: FitOptions = {}): number {
    return shareOfRight("MultiOutputClassifier.score", Y, this.predict(X), sampleWeight);
  }
}
