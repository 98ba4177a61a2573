import {
  checkBoolean,
  checkFinite,
  describeValue,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";
import { columnExtremes, type Extremes, mergeExtremes, nonZeroScale } from "./column-statistics";

/** The options of `MinMaxScaler`. */
export interface MinMaxScalerOptions {
  /** The smallest and the largest value that come out. Default [0, 1]. */
  readonly featureRange?: readonly [min: number, max: number];
  /** Bring values beyond those of `fit` to the ends of the range. Default false. */
  readonly clip?: boolean;
}

interface FittedScaler extends Extremes {
  readonly nSamplesSeen: number;
}

const allowMissing = true;
const keepFloat32 = true;

/**
 * Scales features to a range: x·scale + min, so that the smallest value of `fit` becomes the range's
 * lower end and the largest its upper end.
 *
 * One outlier squeezes all the others together; `RobustScaler` does not mind it. A missing value (NaN)
 * stays one, and counts in no minimum.
 *
 * @roadmap FEA-009
 * @example
 * ```ts
 * const scaler = new MinMaxScaler().fit([[1], [3]]);
 * scaler.transform([[2], [5]]).toArray(); // → [[0.5], [2]]
 * ```
 */
export class MinMaxScaler extends BaseTransformer<Required<MinMaxScalerOptions>, FittedScaler> {
  static override readonly typeName: string = "MinMaxScaler";
  readonly featureRange: readonly [min: number, max: number];
  readonly clip: boolean;

  /** @throws ParameterError unless the range's ends are finite and in order, and `clip` a boolean. */
  constructor({ featureRange = [0, 1], clip = false }: MinMaxScalerOptions = {}) {
    super();
    this.featureRange = checkRange(featureRange);
    this.clip = checkBoolean("MinMaxScaler", "clip", clip);
    Object.freeze(this);
  }

  /**
   * Learns each feature's smallest and largest value. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); NaN is a missing value
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values.
   */
  fit(X: Matrix): this {
    const { X: read, names } = checkMatrix("MinMaxScaler.fit", X, { allowMissing, keepFloat32 });
    const [nSamplesSeen, nFeaturesIn] = read.shape as [number, number];
    return this.keep({ ...columnExtremes(read), nSamplesSeen, nFeaturesIn, featureNamesIn: names });
  }

  /** As `fit`, with the rows of all calls together. @throws as `fit`, and as `transform`. */
  partialFit(X: Matrix): this {
    if (!this.isFitted) return this.fit(X);
    const fitted = this.learned("partialFit");
    const read = checkFeatures("MinMaxScaler.partialFit", X, fitted, { allowMissing, keepFloat32 });
    const extremes = mergeExtremes(fitted, columnExtremes(read));
    return this.keep({
      ...fitted,
      ...extremes,
      nSamplesSeen: fitted.nSamplesSeen + read.shape[0]!,
    });
  }

  /**
   * The scaled features, of the shape of X; float32 stays float32.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for infinite values.
   */
  transform(X: Matrix): Tensor {
    const fitted = this.learned("transform");
    const read = checkFeatures("MinMaxScaler.transform", X, fitted, { allowMissing, keepFloat32 });
    const scaled = read.mul(this.scale.astype(read.dtype)).add(this.min.astype(read.dtype));
    return this.clip ? scaled.clip(...this.featureRange) : scaled;
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const [low, high] = this.featureRange;
    const scaled = X.matrix().mul(this.scale).add(this.min);
    return { transformed: this.clip ? scaled.maximum(low).minimum(high) : scaled };
  }

  /** The features in their own units again: (z − min) / scale. @throws as `transform`. */
  inverseTransform(Z: Matrix): Tensor {
    const fitted = this.learned("inverseTransform");
    const read = checkFeatures("MinMaxScaler.inverseTransform", Z, fitted, {
      allowMissing,
      keepFloat32,
    });
    return read.sub(this.min.astype(read.dtype)).div(this.scale.astype(read.dtype));
  }

  /** What each feature is multiplied by, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get scale(): Tensor {
    const [low, high] = this.featureRange;
    return nonZeroScale(this.dataRange.data() as Float64Array)
      .reciprocal()
      .mul(high - low);
  }

  /** What is added to each feature then, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get min(): Tensor {
    return this.dataMin.mul(this.scale).neg().add(this.featureRange[0]);
  }

  /** The smallest value of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get dataMin(): Tensor {
    return tensor(this.learned("dataMin").min);
  }

  /** The largest value of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get dataMax(): Tensor {
    return tensor(this.learned("dataMax").max);
  }

  /** The largest minus the smallest value, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get dataRange(): Tensor {
    return this.dataMax.sub(this.dataMin);
  }

  /** The number of rows that were seen. @throws NotFittedError before `fit`. */
  get nSamplesSeen(): number {
    return this.learned("nSamplesSeen").nSamplesSeen;
  }
}

function checkRange(range: readonly [number, number]): readonly [number, number] {
  if (!Array.isArray(range) || range.length !== 2 || !(range[0] < range[1])) {
    throw new ParameterError(
      `MinMaxScaler: featureRange must be [min, max] with min < max, got ${describeValue(range)}`,
    );
  }
  range.forEach((end) => {
    checkFinite("MinMaxScaler", "featureRange", end as number);
  });
  return range;
}
