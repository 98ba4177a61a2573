import { checkBoolean, type GraphFeatures, type GraphOutputs } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import type { Transformed } from "../base/estimator";
import type { Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { columnExtremes, nonZeroScale } from "./column-statistics";
import { clipEntries, divideColumns, ShapeKeeper } from "./shape-keeper";

/** The options of `MaxAbsScaler`. */
export interface MaxAbsScalerOptions {
  /** Bring values beyond those of `fit` to −1 and 1. Default false. */
  readonly clip?: boolean;
}

interface FittedScaler {
  readonly maxAbs: Float64Array;
  readonly nSamplesSeen: number;
}

const allowMissing = true;
const keepFloat32 = true;

/**
 * Divides each feature by the largest absolute value that it had in `fit`, so that it lies between −1 and
 * 1. A 0 stays a 0. A missing value (NaN) stays one. X may be a `SparseTensor`, and stays one.
 *
 * @roadmap FEA-009
 * @example
 * ```ts
 * new MaxAbsScaler().fitTransform([[1], [-4]]).toArray(); // → [[0.25], [-1]]
 * ```
 */
export class MaxAbsScaler extends ShapeKeeper<Required<MaxAbsScalerOptions>, FittedScaler> {
  static override readonly typeName: string = "MaxAbsScaler";
  readonly clip: boolean;

  /** @throws ParameterError if `clip` is no boolean. */
  constructor({ clip = false }: MaxAbsScalerOptions = {}) {
    super();
    this.clip = checkBoolean("MaxAbsScaler", "clip", clip);
    Object.freeze(this);
  }

  /**
   * Learns each feature's largest absolute value. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse; NaN is a missing value
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values.
   */
  fit(X: AnyMatrix): this {
    const where = "MaxAbsScaler.fit";
    const { X: read, names } = checkAnyMatrix(where, X, { allowMissing, keepFloat32 });
    const [nSamplesSeen, nFeaturesIn] = read.shape as [number, number];
    return this.keep({ maxAbs: largest(read), nSamplesSeen, nFeaturesIn, featureNamesIn: names });
  }

  /** As `fit`, with the rows of all calls together. @throws as `fit`, and as `transform`. */
  partialFit(X: AnyMatrix): this {
    if (!this.isFitted) return this.fit(X);
    const fitted = this.learned("partialFit");
    const checks = { allowMissing, keepFloat32 };
    const read = checkAnyFeatures("MaxAbsScaler.partialFit", X, fitted, checks);
    const more = largest(read);
    return this.keep({
      ...fitted,
      maxAbs: fitted.maxAbs.map((value, j) =>
        value >= more[j]! || Number.isNaN(more[j]) ? value : more[j]!,
      ),
      nSamplesSeen: fitted.nSamplesSeen + read.shape[0]!,
    });
  }

  /**
   * The scaled features, of the shape of X, sparse if X is; float32 stays float32.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for infinite values.
   */
  transform(X: SparseTensor): SparseTensor;
  transform(X: Matrix): Tensor;
  transform(X: AnyMatrix): Transformed {
    const fitted = this.learned("transform");
    const checks = { allowMissing, keepFloat32 };
    const read = checkAnyFeatures("MaxAbsScaler.transform", X, fitted, checks);
    if (read instanceof SparseTensor) {
      const scaled = divideColumns(read, this.scale).astype((X as SparseTensor).dtype);
      return this.clip ? clipEntries(scaled, -1, 1) : scaled;
    }
    const scaled = read.div(this.scale.astype(read.dtype));
    return this.clip ? scaled.clip(-1, 1) : scaled;
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const scaled = X.matrix().div(this.scale);
    return { transformed: this.clip ? scaled.maximum(-1).minimum(1) : scaled };
  }

  /** The features in their own units again. @throws as `transform`. */
  inverseTransform(Z: SparseTensor): SparseTensor;
  inverseTransform(Z: Matrix): Tensor;
  inverseTransform(Z: AnyMatrix): Transformed {
    const fitted = this.learned("inverseTransform");
    const checks = { allowMissing, keepFloat32 };
    const read = checkAnyFeatures("MaxAbsScaler.inverseTransform", Z, fitted, checks);
    if (read instanceof SparseTensor) {
      return read.scaleColumns(this.scale).astype((Z as SparseTensor).dtype);
    }
    return read.mul(this.scale.astype(read.dtype));
  }

  /** What each feature is divided by, shape (nFeatures,); 1 for one of zeros. @throws NotFittedError before `fit`. */
  get scale(): Tensor {
    return nonZeroScale(this.learned("scale").maxAbs);
  }

  /** The largest absolute value of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get maxAbs(): Tensor {
    return tensor(this.learned("maxAbs").maxAbs);
  }

  /** The number of rows that were seen. @throws NotFittedError before `fit`. */
  get nSamplesSeen(): number {
    return this.learned("nSamplesSeen").nSamplesSeen;
  }
}

function largest(X: Tensor | SparseTensor): Float64Array {
  const { min, max } = columnExtremes(X);
  return max.map((value, j) => Math.max(value, -min[j]!));
}
