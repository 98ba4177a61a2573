import { checkBoolean } from "@gradus/core";
import { ones, type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";

/** The options of `StandardScaler`. */
export interface StandardScalerOptions {
  /** Take out each feature's mean. Default true. */
  readonly withMean?: boolean;
  /** Divide each feature by its standard deviation. Default true. */
  readonly withStd?: boolean;
}

interface FittedScaler {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly scale: Tensor;
}

/**
 * Standardizes features: z = (x − mean) / std, each with the mean and the standard deviation (divisor n)
 * that it had in `fit`.
 *
 * A feature that does not vary is only centred. Fit it on the training rows alone: the mean of all rows
 * would tell the model about the test rows.
 *
 * @roadmap FEA-009
 * @example
 * ```ts
 * const scaler = new StandardScaler().fit([[0, 5], [2, 5]]);
 * scaler.transform([[4, 5]]).toArray(); // → [[3, 0]]
 * ```
 */
export class StandardScaler extends BaseTransformer<Required<StandardScalerOptions>, FittedScaler> {
  static override readonly typeName: string = "StandardScaler";
  readonly withMean: boolean;
  readonly withStd: boolean;

  /** @throws ParameterError if an option is no boolean. */
  constructor({ withMean = true, withStd = true }: StandardScalerOptions = {}) {
    super();
    this.withMean = checkBoolean("StandardScaler", "withMean", withMean);
    this.withStd = checkBoolean("StandardScaler", "withStd", withStd);
    Object.freeze(this);
  }

  /**
   * Learns each feature's mean and standard deviation. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers.
   */
  fit(X: Matrix): this {
    const { X: read, names } = checkMatrix("StandardScaler.fit", X);
    const [nSamples, nFeatures] = read.shape as [number, number];
    const first = read.mean(0);
    const centered = read.sub(first);
    // What is left of the mean after rounding would count n times in the sum of squares.
    const rest = centered.mean(0);
    const mean = first.add(rest);
    const variance = centered.square().mean(0).sub(rest.square());
    return this.keep({
      mean,
      variance,
      scale: this.withStd ? scaleOf(mean, variance, nSamples) : ones(nFeatures),
      nFeaturesIn: nFeatures,
      featureNamesIn: names,
    });
  }

  /**
   * The standardized features, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  transform(X: Matrix): Tensor {
    const fitted = this.learned("transform");
    const read = checkFeatures("StandardScaler.transform", X, fitted);
    const centered = this.withMean ? read.sub(fitted.mean) : read;
    return this.withStd ? centered.div(fitted.scale) : centered;
  }

  /** The features in their own units again: x = z · std + mean. @throws as `transform`. */
  inverseTransform(Z: Matrix): Tensor {
    const fitted = this.learned("inverseTransform");
    const read = checkFeatures("StandardScaler.inverseTransform", Z, fitted);
    const scaled = this.withStd ? read.mul(fitted.scale) : read;
    return this.withMean ? scaled.add(fitted.mean) : scaled;
  }

  /** The mean of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get mean(): Tensor {
    return this.learned("mean").mean;
  }

  /** The variance of each feature with divisor n, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get variance(): Tensor {
    return this.learned("variance").variance;
  }

  /** What each feature is divided by, shape (nFeatures,); 1 where it does not vary. @throws NotFittedError before `fit`. */
  get scale(): Tensor {
    return this.learned("scale").scale;
  }
}

/** The standard deviations, and 1 for a feature whose variance is no more than rounding. */
function scaleOf(mean: Tensor, variance: Tensor, nSamples: number): Tensor {
  const means = mean.data();
  const scale = Float64Array.from(variance.data(), (value, j) => {
    const noise = nSamples * Number.EPSILON;
    // The bound that scikit-learn takes from Higham's analysis of the two-pass variance.
    const isConstant = value <= noise * value + (noise * means[j]!) ** 2;
    return isConstant ? 1 : Math.sqrt(value);
  });
  return tensor(scale);
}
