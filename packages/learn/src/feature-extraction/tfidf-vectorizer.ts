import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { markFittedOn } from "../base/leakage";
import type { Documents } from "./documents";
import {
  checkTfidf,
  type FittedIdf,
  idfOf,
  type TfidfOptions,
  type TfidfParams,
  weighCounts,
} from "./tfidf";
import {
  type CountedDocuments,
  type FittedVocabulary,
  type VocabularyOptions,
  type VocabularyParams,
  VocabularyVectorizer,
} from "./vocabulary-vectorizer";

/** The options of `TfidfVectorizer`: those of `CountVectorizer` and of `TfidfTransformer`. */
export interface TfidfVectorizerOptions extends VocabularyOptions, TfidfOptions {}

type Params = VocabularyParams & TfidfParams;

/**
 * Texts as rows of weighed terms: `CountVectorizer`, then `TfidfTransformer`.
 *
 * @see Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, section 6.2.
 * @roadmap FEA-014
 * @example
 * ```ts
 * const texts = ["a good film", "a bad film", "good fun"];
 * const model = makePipeline(new TfidfVectorizer(), new LogisticRegression());
 * model.fit(texts, ["yes", "no", "yes"]).predict(["good good fun"]); // → ["yes"]
 * ```
 */
export class TfidfVectorizer
  extends VocabularyVectorizer<Params, FittedVocabulary & FittedIdf>
  implements TfidfParams
{
  static override readonly typeName: string = "TfidfVectorizer";
  readonly norm: TfidfParams["norm"];
  readonly useIdf: boolean;
  readonly smoothIdf: boolean;
  readonly sublinearTf: boolean;

  /** @throws ParameterError as `CountVectorizer` and `TfidfTransformer`. */
  constructor(options: TfidfVectorizerOptions = {}) {
    super("TfidfVectorizer", options);
    const checked = checkTfidf("TfidfVectorizer", options);
    this.norm = checked.norm;
    this.useIdf = checked.useIdf;
    this.smoothIdf = checked.smoothIdf;
    this.sublinearTf = checked.sublinearTf;
    Object.freeze(this);
  }

  /**
   * Learns the terms and their idf. A second call forgets the first.
   *
   * @param X texts
   * @param _y not looked at
   * @throws as `CountVectorizer.fit`
   */
  fit(X: Documents, _y?: unknown): this {
    this.#learn(this.learnCounts("TfidfVectorizer.fit", X));
    return this;
  }

  /** `fit` and `transform` on the same texts, which are read once. @throws as `fit`. */
  override fitTransform(X: Documents, _y?: unknown): SparseTensor {
    const counted = this.learnCounts("TfidfVectorizer.fitTransform", X);
    const idf = this.#learn(counted);
    return markFittedOn(weighCounts(counted.counts, this, { idf }), this.typeName);
  }

  /**
   * The weights of the terms in each text, float64, shape (nTexts, nTerms).
   *
   * @throws NotFittedError before `fit`; ShapeError if there are no texts; ValueError for what is no text.
   */
  transform(X: Documents): SparseTensor {
    const fitted = this.learned("transform");
    const counts = this.knownCounts("TfidfVectorizer.transform", X, fitted.terms);
    return weighCounts(counts, this, fitted);
  }

  /** The idf of each term, shape (nTerms,); ones if it is not used. @throws NotFittedError before `fit`. */
  get idf(): Tensor {
    const { idf, terms } = this.learned("idf");
    return tensor(idf ?? new Float64Array(terms.length).fill(1));
  }

  #learn({ counts, ...learned }: CountedDocuments): Float64Array | undefined {
    const idf = idfOf(counts, this);
    this.keep({ ...learned, idf });
    return idf;
  }
}
