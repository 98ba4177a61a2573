import {
  checkBoolean,
  describeValue,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
} from "@gradus/core";
import { ndtri } from "@gradus/stats";
import { ones, SparseTensor, type Tensor, tensor, zeros } from "@gradus/tensor";
import type { Transformed } from "../base/estimator";
import type { Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { nonZeroScale, presentColumns, quantilesOf } from "./column-statistics";
import { quantilesOfEntries } from "./entry-statistics";
import { divideColumns, refuseCentering, ShapeKeeper } from "./shape-keeper";

/** The options of `RobustScaler`. */
export interface RobustScalerOptions {
  /** Take out each feature's median. Default true. */
  readonly withCentering?: boolean;
  /** Divide each feature by the range between two quantiles. Default true. */
  readonly withScaling?: boolean;
  /** The two quantiles, in percent. Default [25, 75], the quartiles. */
  readonly quantileRange?: readonly [low: number, high: number];
  /** Divide by that range as it is where the standard deviation is 1 and the feature normal. Default false. */
  readonly unitVariance?: boolean;
}

interface FittedScaler {
  readonly center: Tensor;
  readonly scale: Tensor;
}

const allowMissing = true;
const keepFloat32 = true;

/**
 * Scales features by what outliers do not move: z = (x − median) / (range between two quantiles).
 *
 * A missing value (NaN) stays one, and counts in no quantile. With `withCentering: false`, X may be a `SparseTensor`, and
 * stays one; its zeros count in the quantiles.
 *
 * @roadmap FEA-009
 * @example
 * ```ts
 * const scaler = new RobustScaler().fit([[1], [2], [3], [4], [1000]]);
 * scaler.transform([[3], [5]]).toArray(); // → [[0], [1]]
 * ```
 */
export class RobustScaler extends ShapeKeeper<Required<RobustScalerOptions>, FittedScaler> {
  static override readonly typeName: string = "RobustScaler";
  readonly withCentering: boolean;
  readonly withScaling: boolean;
  readonly quantileRange: readonly [low: number, high: number];
  readonly unitVariance: boolean;

  /** @throws ParameterError unless 0 <= low < high <= 100 and the others are booleans. */
  constructor({
    withCentering = true,
    withScaling = true,
    quantileRange = [25, 75],
    unitVariance = false,
  }: RobustScalerOptions = {}) {
    super();
    this.withCentering = checkBoolean("RobustScaler", "withCentering", withCentering);
    this.withScaling = checkBoolean("RobustScaler", "withScaling", withScaling);
    this.quantileRange = checkRange(quantileRange);
    this.unitVariance = checkBoolean("RobustScaler", "unitVariance", unitVariance);
    Object.freeze(this);
  }

  /**
   * Learns each feature's median and quantiles. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense, or sparse if `withCentering` is false; NaN is a missing value
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, and for
   *   a sparse X whose medians are to be taken out.
   */
  fit(X: AnyMatrix): this {
    const where = "RobustScaler.fit";
    this.#refuseCentering(where, X);
    const { X: read, names } = checkAnyMatrix(where, X, { allowMissing, keepFloat32 });
    const nFeatures = read.shape[1]!;
    const shares = [...this.#ends(), 0.5].sort((a, b) => a - b);
    const found =
      read instanceof SparseTensor
        ? quantilesOfEntries(read, shares)
        : presentColumns(read).map((column) => quantilesOf(column, shares));
    const at = (share: number) => found.map((quantiles) => quantiles[shares.indexOf(share)]!);
    const center = Float64Array.from(at(0.5));
    return this.keep({
      center: this.withCentering ? tensor(center) : zeros(nFeatures),
      scale: this.withScaling ? this.#scaleOf(at) : ones(nFeatures),
      nFeaturesIn: nFeatures,
      featureNamesIn: names,
    });
  }

  /** The ends of the range as shares of 1. */
  #ends(): readonly [low: number, high: number] {
    return [this.quantileRange[0] / 100, this.quantileRange[1] / 100];
  }

  #scaleOf(quantilesAt: (share: number) => readonly number[]): Tensor {
    const [low, high] = this.#ends();
    const lower = quantilesAt(low);
    const ranges = Float64Array.from(quantilesAt(high), (end, j) => end - lower[j]!);
    const scale = nonZeroScale(ranges);
    return this.unitVariance ? scale.div(ndtri(high) - ndtri(low)) : scale;
  }

  /**
   * The scaled features, of the shape of X, sparse if X is; float32 stays float32.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, for infinite values, and for a sparse X whose medians are to be taken out.
   */
  transform(X: SparseTensor): SparseTensor;
  transform(X: Matrix): Tensor;
  transform(X: AnyMatrix): Transformed {
    const where = "RobustScaler.transform";
    const fitted = this.learned("transform");
    this.#refuseCentering(where, X);
    const read = checkAnyFeatures(where, X, fitted, { allowMissing, keepFloat32 });
    if (read instanceof SparseTensor) {
      return divideColumns(read, fitted.scale).astype((X as SparseTensor).dtype);
    }
    const centered = this.withCentering ? read.sub(fitted.center.astype(read.dtype)) : read;
    return this.withScaling ? centered.div(fitted.scale.astype(read.dtype)) : centered;
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const { center, scale } = this.learned("toGraph");
    return { transformed: X.matrix().sub(center).div(scale) };
  }

  /** The features in their own units again: x = z · scale + center. @throws as `transform`. */
  inverseTransform(Z: SparseTensor): SparseTensor;
  inverseTransform(Z: Matrix): Tensor;
  inverseTransform(Z: AnyMatrix): Transformed {
    const where = "RobustScaler.inverseTransform";
    const fitted = this.learned("inverseTransform");
    this.#refuseCentering(where, Z);
    const read = checkAnyFeatures(where, Z, fitted, { allowMissing, keepFloat32 });
    if (read instanceof SparseTensor) {
      return read.scaleColumns(fitted.scale).astype((Z as SparseTensor).dtype);
    }
    return read.mul(fitted.scale.astype(read.dtype)).add(fitted.center.astype(read.dtype));
  }

  #refuseCentering(where: string, X: AnyMatrix): void {
    if (this.withCentering) refuseCentering(where, X, "withCentering");
  }

  /** The median of each feature, shape (nFeatures,); 0 without centring. @throws NotFittedError before `fit`. */
  get center(): Tensor {
    return this.learned("center").center;
  }

  /** What each feature is divided by, shape (nFeatures,); 1 where the range is 0. @throws NotFittedError before `fit`. */
  get scale(): Tensor {
    return this.learned("scale").scale;
  }
}

function checkRange(range: readonly [number, number]): readonly [number, number] {
  const isPair = Array.isArray(range) && range.length === 2;
  if (isPair && range[0] >= 0 && range[0] < range[1] && range[1] <= 100) return range;
  throw new ParameterError(
    `RobustScaler: quantileRange must be [low, high] with 0 <= low < high <= 100, got ${describeValue(range)}`,
  );
}
