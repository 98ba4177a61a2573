import { ShapeError } from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import { BaseEstimator } from "./base-estimator";
import type { Classifier, FitOptions } from "./estimator";
import { checkWeights, type Matrix } from "./inputs";
import { encodeKnownLabels, type Label, type Labels } from "./labels";

/** What every classifier learns at least. */
export interface FittedClasses {
  readonly classes: readonly Label[];
}

/** What all classifiers share; `Sparse` is SparseTensor for those that take it. */
export abstract class BaseClassifier<
    Params extends object,
    State extends FittedClasses,
    Sparse extends SparseTensor = never,
  >
  extends BaseEstimator<Params, State>
  implements Classifier<Params>
{
  get estimatorType(): "classifier" {
    return "classifier";
  }

  /** The labels seen in `fit`, sorted. @throws NotFittedError before `fit`. */
  get classes(): readonly Label[] {
    return this.learned("classes").classes;
  }

  abstract fit(X: Matrix | Sparse, y: Labels, options?: FitOptions): this;

  /** The place of each row's predicted class among `classes`. */
  protected abstract predictCodes(X: Matrix | Sparse): ArrayLike<number>;

  /**
   * The predicted labels, one for each row of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix | Sparse): Label[] {
    const { classes } = this.learned("predict");
    const codes = this.predictCodes(X);
    const labels = new Array<Label>(codes.length);
    for (let i = 0; i < codes.length; i++) labels[i] = classes[codes[i]!]!;
    return labels;
  }

  /**
   * The accuracy for X: the (weighted) share of the labels that are predicted right.
   *
   * @throws as `predict`, and ShapeError if y does not fit X.
   */
  score(X: Matrix | Sparse, y: Labels, { sampleWeight }: FitOptions = {}): number {
    const where = `${this.typeName}.score`;
    const { classes } = this.learned("score");
    const predicted = this.predictCodes(X);
    const codes = encodeKnownLabels(where, "y", y, classes);
    if (codes.length !== predicted.length) {
      throw new ShapeError(
        `${where}: expected as many labels as rows of X, ${predicted.length}, got ${codes.length}`,
      );
    }
    const weights = checkWeights(where, sampleWeight, codes.length)?.data();
    let right = 0;
    let total = 0;
    codes.forEach((code, i) => {
      const weight = weights?.[i] ?? 1;
      total += weight;
      if (code === predicted[i]) right += weight;
    });
    return right / total;
  }
}

/** What all classifiers share that say how probable each class is. */
export abstract class ProbabilisticClassifier<
  Params extends object,
  State extends FittedClasses,
  Sparse extends SparseTensor = never,
> extends BaseClassifier<Params, State, Sparse> {
  /**
   * The probability of each class, shape (nSamples, nClasses), in the order of `classes`.
   *
   * @throws as `predict`
   */
  abstract predictProba(X: Matrix | Sparse): Tensor;

  /** The logarithms of `predictProba`. @throws as `predict`. */
  predictLogProba(X: Matrix | Sparse): Tensor {
    return this.predictProba(X).log();
  }

  protected predictCodes(X: Matrix | Sparse): ArrayLike<number> {
    return argmaxRows(this.predictProba(X));
  }
}

/** The place of the largest value in each row: the first one where several are equal. */
export function argmaxRows(scores: Tensor): Int32Array {
  return scores.argmax(1).data() as Int32Array;
}
