import { checkOneOf, type GraphBuilder, type GraphFeatures, type GraphOutputs } from "@gradus/core";
import { SparseTensor, type Tensor, tensor, withData } from "@gradus/tensor";
import type { Transformed } from "../base/estimator";
import type { Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { normalizeRows, type RowNorm, rowLengths } from "./row-norms";
import { ShapeKeeper } from "./shape-keeper";

/** The options of `Normalizer`. */
export interface NormalizerOptions {
  /** Default "l2". */
  readonly norm?: RowNorm;
}

/**
 * Divides each row by its length, so that only its direction counts; a row of zeros stays one.
 *
 * It learns nothing from other rows, so that `fit` only looks at the number of features. X may be a `SparseTensor`, and
 * stays one.
 *
 * @roadmap FEA-010
 * @example
 * ```ts
 * new Normalizer().fitTransform([[3, 4], [0, 0]]).toArray(); // → [[0.6, 0.8], [0, 0]]
 * ```
 */
export class Normalizer extends ShapeKeeper<Required<NormalizerOptions>, object> {
  static override readonly typeName: string = "Normalizer";
  readonly norm: RowNorm;

  protected override get learnsFromRows(): boolean {
    return false;
  }

  /** @throws ParameterError for another norm. */
  constructor({ norm = "l2" }: NormalizerOptions = {}) {
    super();
    this.norm = checkOneOf("Normalizer", "norm", norm, ["l1", "l2", "max"]);
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
    const { X: read, names } = checkAnyMatrix("Normalizer.fit", X, { keepFloat32: true });
    return this.keep({ nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * The rows with length 1, float64 of the shape of X; sparse if X is, and then float32 if X is.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  transform(X: SparseTensor): SparseTensor;
  transform(X: Matrix): Tensor;
  transform(X: AnyMatrix): Transformed {
    const read = checkAnyFeatures("Normalizer.transform", X, this.learned("transform"));
    return read instanceof SparseTensor
      ? this.#sparseRows(read).astype((X as SparseTensor).dtype)
      : this.#denseRows(read);
  }

  #sparseRows(X: SparseTensor): SparseTensor {
    const { rowStarts, values } = X;
    normalizeRows(values, rowStarts, this.norm);
    return X.withValues(values);
  }

  #denseRows(read: Tensor): Tensor {
    const [nRows, nColumns] = read.shape as [number, number];
    const lengthOf = rowLengths[this.norm];
    const lengths = new Float64Array(nRows);
    withData(read, (x) => {
      for (let i = 0; i < nRows; i++) {
        const length = lengthOf(x as Float64Array, i * nColumns, (i + 1) * nColumns);
        lengths[i] = length < 10 * Number.EPSILON ? 1 : length;
      }
    });
    return read.div(tensor(lengths, { shape: [nRows, 1] }));
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    this.learned("toGraph");
    const x = X.matrix();
    const lengths = {
      l1: () => x.abs().sumRows(),
      l2: () => x.mul(x).sumRows().sqrt(),
      max: () => x.abs().maxRows(),
    }[this.norm]();
    const isZero = lengths.less(10 * Number.EPSILON);
    return { transformed: x.div(graph.where(isZero, 1, lengths)) };
  }
}
