import { checkBoolean, checkOneOf } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { normalizeRows } from "../preprocessing/row-norms";
import type { AnalyzerOptions, AnalyzerParams } from "./analyzer";
import { type Documents, readDocuments } from "./documents";
import {
  checkHashing,
  HashedRows,
  type HashingOptions,
  type HashingParams,
} from "./hashed-columns";
import { TextVectorizer } from "./text-vectorizer";

/** The options of `HashingVectorizer`. */
export interface HashingVectorizerOptions extends AnalyzerOptions, HashingOptions {
  /** Put 1 in place of every number that is not 0. Default false. */
  readonly binary?: boolean;
  /** Give each row length 1 by this norm; null keeps the rows as they are. Default "l2". */
  readonly norm?: "l1" | "l2" | null;
}

interface Params extends AnalyzerParams, HashingParams {
  readonly binary: boolean;
  readonly norm: "l1" | "l2" | null;
}

/**
 * Texts as counts of their terms, each in the column that its hash says: no vocabulary is learned or kept, so that texts can
 * come in parts without end. Which term a column stands for cannot be told, and terms may share one.
 *
 * The hash is MurmurHash3 of 32 bits of the term in UTF-8. `transform` needs no `fit`.
 *
 * @see Weinberger, Dasgupta, Langford, Smola and Attenberg (2009), Feature hashing for large scale multitask learning, ICML.
 * @roadmap FEA-014
 * @example
 * ```ts
 * const hasher = new HashingVectorizer({ nFeatures: 8, norm: null });
 * // Of so few columns two words share one: 2 for "good", and −1 for "fun".
 * hasher.transform(["good good fun"]).toDense().toArray(); // → [[0, 1, 0, 0, 0, 0, 0, 0]]
 * ```
 */
export class HashingVectorizer extends TextVectorizer<Params, object> {
  static override readonly typeName: string = "HashingVectorizer";
  readonly nFeatures: number;
  readonly alternateSign: boolean;
  readonly binary: boolean;
  readonly norm: "l1" | "l2" | null;

  protected override get learnsFromRows(): boolean {
    return false;
  }

  /** @throws ParameterError for options that are not as described. */
  constructor(options: HashingVectorizerOptions = {}) {
    const where = "HashingVectorizer";
    super(where, options);
    const { nFeatures, alternateSign } = checkHashing(where, options);
    const { binary = false, norm = "l2" } = options;
    this.nFeatures = nFeatures;
    this.alternateSign = alternateSign;
    this.binary = checkBoolean(where, "binary", binary);
    this.norm = norm === null ? null : checkOneOf(where, "norm", norm, ["l1", "l2"]);
    Object.freeze(this);
  }

  /**
   * Learns nothing; only looks whether these are texts.
   *
   * @throws ShapeError if there are no texts; ValueError for what is no text.
   */
  fit(X: Documents, _y?: unknown): this {
    const { names } = readDocuments("HashingVectorizer.fit", X);
    this.checkStopWords("HashingVectorizer.fit");
    return this.keep({ nFeaturesIn: 1, featureNamesIn: names });
  }

  /**
   * The numbers of the columns, float64, shape (nTexts, nFeatures); it needs no `fit`.
   *
   * @throws ShapeError if there are no texts; ValueError for what is no text.
   */
  transform(X: Documents): SparseTensor {
    const { texts } = readDocuments("HashingVectorizer.transform", X);
    const analyze = this.buildAnalyzer();
    const hashed = new HashedRows(this);
    texts.forEach((text, row) => {
      for (const term of analyze(text)) hashed.add(row, term, 1);
    });
    const counts = hashed.matrix(texts.length);
    if (!this.binary && this.norm === null) return counts;
    const { rowStarts, columnIndices, values } = counts;
    if (this.binary) values.fill(1);
    if (this.norm) normalizeRows(values, rowStarts, this.norm);
    return SparseTensor.fromRows(rowStarts, columnIndices, values, counts.shape);
  }

  /** hashingvectorizer0, hashingvectorizer1, …: columns have no better names. */
  override getFeatureNamesOut(): string[] {
    return Array.from({ length: this.nFeatures }, (_, j) => `hashingvectorizer${j}`);
  }
}
