import { checkFinite, type GraphFeatures, type GraphOutputs, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import type { Transformed } from "../base/estimator";
import type { Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { ShapeKeeper } from "./shape-keeper";

/** The options of `Binarizer`. */
export interface BinarizerOptions {
  /** Values above it become 1, others 0. Default 0. */
  readonly threshold?: number;
}

/**
 * 1 where a value is above a threshold, and 0 elsewhere.
 *
 * It learns nothing from the rows, so that `fit` only looks at the number of features. X may be a `SparseTensor` if the
 * threshold is at least 0, and stays one.
 *
 * @example
 * ```ts
 * new Binarizer({ threshold: 2 }).fitTransform([[1, 2, 3]]).toArray(); // → [[0, 0, 1]]
 * ```
 */
export class Binarizer extends ShapeKeeper<Required<BinarizerOptions>, object> {
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
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers.
   */
  fit(X: AnyMatrix): this {
    const { X: read, names } = checkAnyMatrix("Binarizer.fit", X);
    return this.keep({ nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * Zeros and ones, float64 of the shape of X; sparse if X is, and then float32 if X is.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, for values that are no finite numbers, and for a sparse X with a threshold
   *   below 0.
   */
  transform(X: SparseTensor): SparseTensor;
  transform(X: Matrix): Tensor;
  transform(X: AnyMatrix): Transformed {
    const where = "Binarizer.transform";
    const read = checkAnyFeatures(where, X, this.learned("transform"));
    if (read instanceof SparseTensor) {
      return onesAbove(where, read, this.threshold).astype((X as SparseTensor).dtype);
    }
    return read.greater(this.threshold).astype("float64");
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    this.learned("toGraph");
    return { transformed: X.matrix().greater(this.threshold).toNumber() };
  }
}

/** Ones for the entries above a threshold; the others are left out. */
function onesAbove(where: string, X: SparseTensor, threshold: number): SparseTensor {
  if (threshold < 0) {
    throw new ValueError(
      `${where}: expected a threshold >= 0 for a sparse X, whose zeros would all become ones, got ${threshold}; ` +
        "toDense() writes them out",
    );
  }
  const [nRows] = X.shape as [number, number];
  const { rowStarts, columnIndices, values } = X;
  const starts = new Int32Array(nRows + 1);
  let n = 0;
  for (let i = 0; i < nRows; i++) {
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      if (values[p]! > threshold) columnIndices[n++] = columnIndices[p]!;
    }
    starts[i + 1] = n;
  }
  const ones = new Float64Array(n).fill(1);
  return SparseTensor.fromRows(starts, columnIndices.subarray(0, n), ones, X.shape);
}
