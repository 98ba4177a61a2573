import { checkOneOf, type GraphBuilder, type GraphFeatures, type GraphOutputs } from "@gradus/core";
import { fromWriter, type Tensor, withData } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";

/** How long a row is: the sum of the absolute values, the root of the sum of squares, or the largest absolute value. */
export type RowNorm = "l1" | "l2" | "max";

/** The options of `Normalizer`. */
export interface NormalizerOptions {
  /** Default "l2". */
  readonly norm?: RowNorm;
}

/**
 * Divides each row by its length, so that only its direction counts; a row of zeros stays one.
 *
 * It learns nothing from other rows, so that `fit` only looks at the number of features.
 *
 * @roadmap FEA-010
 * @example
 * ```ts
 * new Normalizer().fitTransform([[3, 4], [0, 0]]).toArray(); // → [[0.6, 0.8], [0, 0]]
 * ```
 */
export class Normalizer extends BaseTransformer<Required<NormalizerOptions>, object> {
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
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers.
   */
  fit(X: Matrix): this {
    const { X: read, names } = checkMatrix("Normalizer.fit", X);
    return this.keep({ nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * The rows with length 1, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  transform(X: Matrix): Tensor {
    const read = checkFeatures("Normalizer.transform", X, this.learned("transform"));
    const [nRows, nColumns] = read.shape as [number, number];
    const lengthOf = LENGTHS[this.norm];
    const lengths = withData(read, (x) =>
      Float64Array.from({ length: nRows }, (_, i) => {
        const length = lengthOf(x as Float64Array, i * nColumns, (i + 1) * nColumns);
        return length < 10 * Number.EPSILON ? 1 : length;
      }),
    );
    const values = read.data();
    return fromWriter([nRows, nColumns], "float64", (out) => {
      for (let i = 0, at = 0; i < nRows; i++) {
        for (let j = 0; j < nColumns; j++, at++) out[at] = values[at]! / lengths[i]!;
      }
    });
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

type LengthOf = (x: Float64Array, from: number, to: number) => number;

const LENGTHS: Readonly<Record<RowNorm, LengthOf>> = {
  l1: (x, from, to) => {
    let sum = 0;
    for (let k = from; k < to; k++) sum += Math.abs(x[k]!);
    return sum;
  },
  l2: (x, from, to) => {
    let sum = 0;
    for (let k = from; k < to; k++) sum += x[k]! * x[k]!;
    return Math.sqrt(sum);
  },
  max: (x, from, to) => {
    let most = 0;
    for (let k = from; k < to; k++) most = Math.max(most, Math.abs(x[k]!));
    return most;
  },
};
