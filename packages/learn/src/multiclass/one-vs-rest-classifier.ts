import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { BaseClassifier, type FittedClasses } from "../base/base-classifier";
import type { FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import {
  checkInner,
  hasMethod,
  type IfHas,
  type InnerPredictor,
  type ScoreMethod,
} from "../base/inner";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyClassification, checkAnyFeatures } from "../base/sparse-inputs";
import {
  binaryScores,
  checkTwoClasses,
  fitBinary,
  secondShares,
  thresholdOf,
} from "./binary-models";

/** The options of classifiers that are made of binary ones. */
export interface BinaryPartsOptions<E extends InnerPredictor = InnerPredictor> {
  /** What tells two classes apart: a classifier, or a regressor of 0 and 1. Copies are fitted. */
  readonly estimator: E;
}

interface FittedParts extends FittedClasses {
  readonly estimators: readonly (InnerPredictor | number)[];
}

/**
 * A classifier of many classes out of binary ones: each tells one class from all others, and the surest wins.
 *
 * It has `predictProba` and `decisionFunction` if the classifier inside has. Probabilities are each class's own, divided
 * by their sum. Of two classes there is one classifier.
 *
 * @example
 * ```ts
 * const model = new OneVsRestClassifier({ estimator: new LogisticRegression() });
 * model.fit([[0], [1], [5], [6], [10], [11]], ["a", "a", "b", "b", "c", "c"]);
 * model.predict([[-1], [12]]); // → ["a", "c"]
 * model.estimators.length; // → 3
 * ```
 */
export class OneVsRestClassifier<E extends InnerPredictor = InnerPredictor> extends BaseClassifier<
  BinaryPartsOptions<E>,
  FittedParts,
  SparseTensor
> {
  static override readonly typeName: string = "OneVsRestClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;

  /** @throws ParameterError for what is neither a classifier nor a regressor. */
  constructor({ estimator }: BinaryPartsOptions<E>) {
    super();
    this.estimator = checkInner("OneVsRestClassifier", "estimator", estimator, [
      "classifier",
      "regressor",
    ]);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the estimator for each class. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); sparse ones if the estimator takes them
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class, and weights that are negative or all 0; and what the estimator throws.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "OneVsRestClassifier.fit";
    const data = checkAnyClassification(where, X, y, sampleWeight);
    const { classes, codes, weights } = data;
    checkTwoClasses(where, classes);
    const chosen = classes.length === 2 ? [1] : classes.map((_, k) => k);
    return this.keep({
      classes,
      estimators: chosen.map((k) =>
        fitBinary(
          this.estimator,
          data.X,
          codes.map((code) => Number(code === k)),
          weights,
        ),
      ),
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** The fitted copies, one for each class; one for two classes. @throws NotFittedError before `fit`. */
  get estimators(): readonly E[] {
    return this.learned("estimators").estimators as readonly E[];
  }

  /** The probability of each class, shape (nSamples, nClasses), if the estimator has `predictProba`. */
  get predictProba(): IfHas<E, "predictProba", ScoreMethod> {
    const method: ScoreMethod = (X) => this.#shares(X);
    return (hasMethod(this.estimator, "predictProba") ? method : undefined) as never;
  }

  /** The decisions of the estimators, shape (nSamples, nClasses), or (nSamples,) for two classes, if they have `decisionFunction`. */
  get decisionFunction(): IfHas<E, "decisionFunction", ScoreMethod> {
    const method: ScoreMethod = (X) => {
      const columns = this.#scores("decisionFunction", X);
      return columns.length === 1 ? tensor(columns[0]!) : columnsTensor(columns);
    };
    return (hasMethod(this.estimator, "decisionFunction") ? method : undefined) as never;
  }

  protected predictCodes(X: AnyMatrix): ArrayLike<number> {
    const { estimators } = this.learned("predict");
    const columns = this.#scores("predict", X);
    if (columns.length === 1) {
      const threshold = thresholdOf(estimators[0]!);
      return Int32Array.from(columns[0]!, (score) => Number(score > threshold));
    }
    return Int32Array.from(columns[0]!, (_, i) => {
      let best = 0;
      // The last one where several are equal, as in scikit-learn.
      for (let k = 1; k < columns.length; k++) if (columns[k]![i]! >= columns[best]![i]!) best = k;
      return best;
    });
  }

  #scores(method: string, X: AnyMatrix): Float64Array[] {
    const fitted = this.learned(method);
    const where = `OneVsRestClassifier.${method}`;
    const read = checkAnyFeatures(where, X, fitted);
    return fitted.estimators.map((model) => binaryScores(where, model, read));
  }

  #shares(X: AnyMatrix): Tensor {
    const fitted = this.learned("predictProba");
    const where = "OneVsRestClassifier.predictProba";
    const read = checkAnyFeatures(where, X, fitted);
    const columns = fitted.estimators.map((model) => secondShares(where, model, read));
    if (columns.length === 1) return columnsTensor([columns[0]!.map((p) => 1 - p), columns[0]!]);
    const sums = columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
    // Where no classifier gives its class any chance, there is nothing to divide.
    return columnsTensor(columns.map((column) => column.map((p, i) => p / (sums[i]! || 1))));
  }
}

/** Columns as a matrix. */
export function columnsTensor(columns: readonly Float64Array[]): Tensor {
  const [n, width] = [columns[0]!.length, columns.length];
  const values = new Float64Array(n * width);
  columns.forEach((column, k) => {
    for (let i = 0; i < n; i++) values[i * width + k] = column[i]!;
  });
  return tensor(values, { shape: [n, width] });
}
