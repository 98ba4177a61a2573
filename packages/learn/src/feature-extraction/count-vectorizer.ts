import type { SparseTensor } from "@gradus/tensor";
import { markFittedOn } from "../base/leakage";
import type { Documents } from "./documents";
import {
  type FittedVocabulary,
  type VocabularyOptions,
  type VocabularyParams,
  VocabularyVectorizer,
} from "./vocabulary-vectorizer";

/** The options of `CountVectorizer`. */
export type CountVectorizerOptions = VocabularyOptions;

/**
 * Texts as counts of their terms (a bag of words): a row for each text, a column for each term that `fit` has seen.
 *
 * Terms are words, n words in a row, or n characters. New texts are counted by the terms of `fit`; others are passed over.
 * The columns stand in the order of the terms' code points, and the rows hold only what is not 0.
 *
 * @see Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, chapter 6.
 * @roadmap FEA-014
 * @example
 * ```ts
 * const counter = new CountVectorizer();
 * const X = counter.fitTransform(["the cat and the dog", "The bird"]);
 * counter.getFeatureNamesOut().join(", "); // → and, bird, cat, dog, the
 * X.toDense().toArray(); // → [[1, 0, 1, 1, 2], [0, 1, 0, 0, 1]]
 * ```
 */
export class CountVectorizer extends VocabularyVectorizer<VocabularyParams, FittedVocabulary> {
  static override readonly typeName: string = "CountVectorizer";

  /**
   * @throws ParameterError for options that are not as described, among them a `tokenPattern` that is no regular expression
   *   or has several groups, an `ngramRange` that is none, and a `vocabulary` that is empty or not of different texts.
   */
  constructor(options: CountVectorizerOptions = {}) {
    super("CountVectorizer", options);
    Object.freeze(this);
  }

  /**
   * Learns the terms. A second call forgets the first.
   *
   * @param X texts
   * @param _y not looked at
   * @throws ShapeError if there are no texts; ValueError for what is no text, and if no term is found or left; ParameterError
   *   if `maxDf` allows fewer documents than `minDf` asks for.
   */
  fit(X: Documents, _y?: unknown): this {
    const { counts: _, ...learned } = this.learnCounts("CountVectorizer.fit", X);
    return this.keep(learned);
  }

  /** `fit` and `transform` on the same texts, which are read once. @throws as `fit`. */
  override fitTransform(X: Documents, _y?: unknown): SparseTensor {
    const { counts, ...learned } = this.learnCounts("CountVectorizer.fitTransform", X);
    this.keep(learned);
    return markFittedOn(counts, this.typeName);
  }

  /**
   * How often each term comes in each text, float64, shape (nTexts, nTerms).
   *
   * @throws NotFittedError before `fit`; ShapeError if there are no texts; ValueError for what is no text.
   */
  transform(X: Documents): SparseTensor {
    const { terms } = this.learned("transform");
    return this.knownCounts("CountVectorizer.transform", X, terms);
  }
}
