import { checkFinite, type GraphFeatures, type GraphOutputs } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";

/** The options of `Binarizer`. */
export interface BinarizerOptions {
  /** Values above it become 1, others 0. Default 0. */
  readonly threshold?: number;
}

/**
 * 1 where a value is above a threshold, and 0 elsewhere.
 *
 * It learns nothing from the rows, so that `fit` only looks at the number of features.
 *
 * @example
 * ```ts
 * new Binarizer({ threshold: 2 }).fitTransform([[1, 2, 3]]).toArray(); // → [[0, 0, 1]]
 * ```
 */
export class Binarizer extends BaseTransformer<Required<BinarizerOptions>, object> {
  static override readonly typeName: string = "Binarizer";
  readonly threshold: number;

  protected override get learnsFromRows(): boolean {
    return false;
  }

  /** @throws ParameterError unless `threshold` is a finite number. */
  constructor({ threshold = 0 }: BinarizerOptions = {}) {
    super();
    this.threshold = checkFinite("Binarizer", "threshold", threshold);
    Object.freeze(this);
  }

  /**
   * Notes the number of features.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers.
   */
  fit(X: Matrix): this {
    const { X: read, names } = checkMatrix("Binarizer.fit", X);
    return this.keep({ nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * Zeros and ones, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  transform(X: Matrix): Tensor {
    const read = checkFeatures("Binarizer.transform", X, this.learned("transform"));
    return read.greater(this.threshold).astype("float64");
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    this.learned("toGraph");
    return { transformed: X.matrix().greater(this.threshold).toNumber() };
  }
}
