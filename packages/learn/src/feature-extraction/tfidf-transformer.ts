import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import {
  checkTfidf,
  type FittedIdf,
  idfOf,
  type TfidfOptions,
  type TfidfParams,
  weighCounts,
} from "./tfidf";

/** The options of `TfidfTransformer`. */
export type TfidfTransformerOptions = TfidfOptions;

/**
 * Counts weighed by tf·idf: a term counts by how often it comes in the text (tf), and more, the fewer texts it comes in:
 * idf = log((1 + n) / (1 + df)) + 1 with n texts, of which df have the term; then each row is given length 1.
 *
 * Without `smoothIdf` it is log(n / df) + 1, infinite for a term that no text of `fit` has. The 1 that is added keeps terms
 * that all texts have; textbooks leave it out.
 *
 * @see Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, section 6.2.
 * @roadmap FEA-014
 * @example
 * ```ts
 * const weigher = new TfidfTransformer({ norm: null });
 * weigher.fitTransform([[3, 0], [2, 1]]).toDense().row(0).toArray(); // → [3, 0]
 * weigher.idf.data()[1]?.toFixed(3); // → 1.405
 * ```
 */
export class TfidfTransformer
  extends BaseTransformer<TfidfParams, FittedIdf, SparseTensor, AnyMatrix>
  implements TfidfParams
{
  static override readonly typeName: string = "TfidfTransformer";
  readonly norm: TfidfParams["norm"];
  readonly useIdf: boolean;
  readonly smoothIdf: boolean;
  readonly sublinearTf: boolean;

  /** @throws ParameterError unless `norm` is "l1", "l2" or null, and the others are booleans. */
  constructor(options: TfidfTransformerOptions = {}) {
    super();
    const checked = checkTfidf("TfidfTransformer", options);
    this.norm = checked.norm;
    this.useIdf = checked.useIdf;
    this.smoothIdf = checked.smoothIdf;
    this.sublinearTf = checked.sublinearTf;
    Object.freeze(this);
  }

  /**
   * Learns the idf of each term. A second call forgets the first.
   *
   * @param X counts, shape (nTexts, nTerms), dense or sparse
   * @param _y not looked at
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no finite numbers.
   */
  fit(X: AnyMatrix, _y?: unknown): this {
    const { X: read, names } = checkAnyMatrix("TfidfTransformer.fit", X);
    const idf = idfOf(sparse(read), this);
    return this.keep({ idf, nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * The weights, sparse, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for columns other than those
   *   of `fit` and for values that are no finite numbers.
   */
  transform(X: AnyMatrix): SparseTensor {
    const fitted = this.learned("transform");
    return weighCounts(
      sparse(checkAnyFeatures("TfidfTransformer.transform", X, fitted)),
      this,
      fitted,
    );
  }

  /** The idf of each term, shape (nTerms,); ones if it is not used. @throws NotFittedError before `fit`. */
  get idf(): Tensor {
    const { idf, nFeaturesIn } = this.learned("idf");
    return tensor(idf ?? new Float64Array(nFeaturesIn).fill(1));
  }
}

function sparse(X: Tensor | SparseTensor): SparseTensor {
  return X instanceof SparseTensor ? X : SparseTensor.fromDense(X);
}
