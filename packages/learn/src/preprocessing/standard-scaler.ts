import { checkBoolean, type GraphFeatures, type GraphOutputs } from "@gradus/core";
import { ones, SparseTensor, scoped, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions, Transformed } from "../base/estimator";
import { checkWeights, type Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { columnMoments, type Moments, mergeMoments } from "./column-statistics";
import { divideColumns, refuseCentering, ShapeKeeper } from "./shape-keeper";

/** The options of `StandardScaler`. */
export interface StandardScalerOptions {
  /** Take out each feature's mean. Default true. */
  readonly withMean?: boolean;
  /** Divide each feature by its standard deviation. Default true. */
  readonly withStd?: boolean;
}

const allowMissing = true;
const keepFloat32 = true;

/**
 * Standardizes features: z = (x − mean) / std, each with the mean and the standard deviation (divisor n)
 * that it had in `fit`.
 *
 * A feature that does not vary is only centred. A missing value (NaN) stays one, and counts in no mean.
 * Fit it on the training rows alone: the mean of all rows would tell the model about the test rows. With
 * `withMean: false`, X may be a `SparseTensor`, and stays one; its zeros count in means and variances.
 *
 * @see Chan, Golub and LeVeque (1983), The American Statistician 37(3), 242–247.
 * @roadmap FEA-009
 * @example
 * ```ts
 * const scaler = new StandardScaler().fit([[0, 5], [2, 5]]);
 * scaler.transform([[4, 5]]).toArray(); // → [[3, 0]]
 * ```
 */
export class StandardScaler extends ShapeKeeper<Required<StandardScalerOptions>, Moments> {
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
   * @param X features, shape (nSamples, nFeatures), dense, or sparse if `withMean` is false; NaN is a missing value
   * @param _y not looked at
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, for
   *   weights that are negative or all 0, and for a sparse X whose means are to be taken out.
   */
  fit(X: AnyMatrix, _y?: unknown, { sampleWeight }: FitOptions = {}): this {
    const where = "StandardScaler.fit";
    this.#refuseCentering(where, X);
    const { X: read, names } = checkAnyMatrix(where, X, { allowMissing, keepFloat32 });
    const [nSamples, nFeaturesIn] = read.shape as [number, number];
    const weights = checkWeights(where, sampleWeight, nSamples)?.data() as Float64Array | undefined;
    return this.keep({ ...columnMoments(read, weights), nFeaturesIn, featureNamesIn: names });
  }

  /** As `fit`, with the rows of all calls together. @throws as `fit`, and as `transform`. */
  partialFit(X: AnyMatrix, _y?: unknown, options: FitOptions = {}): this {
    if (!this.isFitted) return this.fit(X, _y, options);
    const where = "StandardScaler.partialFit";
    const fitted = this.learned("partialFit");
    this.#refuseCentering(where, X);
    const read = checkAnyFeatures(where, X, fitted, { allowMissing, keepFloat32 });
    const weights = checkWeights(where, options.sampleWeight, read.shape[0]!)?.data() as
      | Float64Array
      | undefined;
    return this.keep({ ...fitted, ...mergeMoments(fitted, columnMoments(read, weights)) });
  }

  /**
   * The standardized features, of the shape of X, sparse if X is; float32 stays float32.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, for infinite values, and for a sparse X whose means are to be taken out.
   */
  transform(X: SparseTensor): SparseTensor;
  transform(X: Matrix): Tensor;
  transform(X: AnyMatrix): Transformed {
    const where = "StandardScaler.transform";
    const fitted = this.learned("transform");
    this.#refuseCentering(where, X);
    const read = checkAnyFeatures(where, X, fitted, { allowMissing, keepFloat32 });
    if (read instanceof SparseTensor) {
      return divideColumns(read, this.scale).astype((X as SparseTensor).dtype);
    }
    const own = (values: Tensor) => values.astype(read.dtype);
    return scoped(() => {
      const centered = this.withMean ? read.sub(own(this.mean)) : read;
      return this.withStd ? centered.div(own(this.scale)) : centered;
    });
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const { mean } = this.learned("toGraph");
    const centered = this.withMean ? X.matrix().sub(tensor(mean)) : X.matrix();
    return { transformed: this.withStd ? centered.div(this.scale) : centered };
  }

  /** The features in their own units again: x = z · std + mean. @throws as `transform`. */
  inverseTransform(Z: SparseTensor): SparseTensor;
  inverseTransform(Z: Matrix): Tensor;
  inverseTransform(Z: AnyMatrix): Transformed {
    const where = "StandardScaler.inverseTransform";
    const fitted = this.learned("inverseTransform");
    this.#refuseCentering(where, Z);
    const read = checkAnyFeatures(where, Z, fitted, { allowMissing, keepFloat32 });
    if (read instanceof SparseTensor) {
      return read.scaleColumns(this.scale).astype((Z as SparseTensor).dtype);
    }
    const own = (values: Tensor) => values.astype(read.dtype);
    const scaled = this.withStd ? read.mul(own(this.scale)) : read;
    return this.withMean ? scaled.add(own(this.mean)) : scaled;
  }

  #refuseCentering(where: string, X: AnyMatrix): void {
    if (this.withMean) refuseCentering(where, X, "withMean");
  }

  /** The mean of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get mean(): Tensor {
    return tensor(this.learned("mean").mean);
  }

  /** The variance of each feature with divisor n, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get variance(): Tensor {
    const { squares, count } = this.learned("variance");
    return tensor(squares.map((sum, j) => sum / count[j]!));
  }

  /** What each feature is divided by, shape (nFeatures,); 1 where it does not vary. @throws NotFittedError before `fit`. */
  get scale(): Tensor {
    const moments = this.learned("scale");
    return this.withStd ? scaleOf(moments) : ones(moments.nFeaturesIn);
  }

  /**
   * How many rows had a value, or the sum of their weights, for each feature: shape (nFeatures,).
   *
   * @throws NotFittedError before `fit`.
   */
  get nSamplesSeen(): Tensor {
    return tensor(this.learned("nSamplesSeen").count);
  }
}

/** The standard deviations, and 1 for a feature whose variance is no more than rounding. */
function scaleOf({ count, mean, squares }: Moments): Tensor {
  const scale = Float64Array.from(squares, (sum, j) =>
    isConstant(count[j]!, mean[j]!, sum / count[j]!) ? 1 : Math.sqrt(sum / count[j]!),
  );
  return tensor(scale);
}

/** Whether a variance is no more than rounding: the bound that scikit-learn takes from Higham's analysis. */
export function isConstant(count: number, mean: number, variance: number): boolean {
  const noise = count * Number.EPSILON;
  return variance <= noise * variance + (noise * mean) ** 2;
}
