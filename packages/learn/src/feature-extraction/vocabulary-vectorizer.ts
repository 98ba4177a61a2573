import { checkBoolean, checkInteger, checkNonNegative } from "@gradus/core";
import type { SparseTensor } from "@gradus/tensor";
import { type AnyMatrix, checkAnyFeatures } from "../base/sparse-inputs";
import type { AnalyzerOptions, AnalyzerParams } from "./analyzer";
import { type Documents, readDocuments } from "./documents";
import { rowsOfEntries } from "./entries";
import { countsMatrix, countTerms } from "./term-counts";
import { TextVectorizer } from "./text-vectorizer";
import {
  checkVocabulary,
  chooseTerms,
  placesOf,
  type Vocabulary,
  type VocabularyLimits,
} from "./vocabulary";

/** The options of what learns a vocabulary. */
export interface VocabularyOptions extends AnalyzerOptions {
  /**
   * Leave out terms that come in more documents than so many, or below 1, than such a share of them. Default Infinity,
   * no limit (scikit-learn's default 1.0 is a share, which JavaScript cannot tell from the number 1).
   */
  readonly maxDf?: number;
  /** Leave out terms that come in fewer documents than so many, or below 1, than such a share of them. Default 1. */
  readonly minDf?: number;
  /** Keep only so many terms, those that come most often; of equals, the first in the alphabet. Default all. */
  readonly maxFeatures?: number | undefined;
  /** The terms, if they are known: in the order of their columns, or with the column of each. Default those of `fit`. */
  readonly vocabulary?: Vocabulary | undefined;
  /** Count a term once in a document, however often it comes. Default false. */
  readonly binary?: boolean;
}

/** The same, with the defaults filled in. */
export interface VocabularyParams extends AnalyzerParams, VocabularyLimits {
  readonly vocabulary: Vocabulary | undefined;
  readonly binary: boolean;
}

/** What counting documents teaches. */
export interface FittedVocabulary {
  /** In the order of the columns. */
  readonly terms: readonly string[];
}

/** Documents counted by a vocabulary. */
export interface CountedDocuments extends FittedVocabulary {
  readonly counts: SparseTensor;
  readonly nFeaturesIn: 1;
  readonly featureNamesIn: readonly string[] | undefined;
}

/** What all share that count the terms of a vocabulary. */
export abstract class VocabularyVectorizer<Params extends object, State extends FittedVocabulary>
  extends TextVectorizer<Params, State>
  implements VocabularyParams
{
  readonly maxDf: number;
  readonly minDf: number;
  readonly maxFeatures: number | undefined;
  readonly vocabulary: Vocabulary | undefined;
  readonly binary: boolean;

  protected constructor(where: string, options: VocabularyOptions) {
    super(where, options);
    const { maxDf = Infinity, minDf = 1, maxFeatures, vocabulary, binary = false } = options;
    this.maxDf = maxDf === Infinity ? maxDf : checkNonNegative(where, "maxDf", maxDf);
    this.minDf = checkNonNegative(where, "minDf", minDf);
    this.maxFeatures =
      maxFeatures === undefined ? undefined : checkInteger(where, "maxFeatures", maxFeatures, 1);
    checkVocabulary(where, vocabulary);
    this.vocabulary = vocabulary;
    this.binary = checkBoolean(where, "binary", binary);
  }

  /**
   * The terms, in the order of the columns: sorted by their code points, or as `vocabulary` says.
   *
   * @throws NotFittedError before `fit`.
   */
  override getFeatureNamesOut(): string[] {
    return [...this.learned("getFeatureNamesOut").terms];
  }

  /** The column of each term. @throws NotFittedError before `fit`. */
  get vocabularyPlaces(): ReadonlyMap<string, number> {
    return placesOf(this.learned("vocabularyPlaces").terms);
  }

  /**
   * The terms of each row whose number is not 0, in the order of the columns: their order in the text is lost.
   *
   * @param X what `transform` gave, or numbers of that shape
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for values that are no finite
   *   numbers.
   */
  inverseTransform(X: AnyMatrix): string[][] {
    const where = `${this.typeName}.inverseTransform`;
    const { terms } = this.learned("inverseTransform");
    const fitted = { nFeaturesIn: terms.length, featureNamesIn: undefined };
    return rowsOfEntries(checkAnyFeatures(where, X, fitted), (columns) =>
      Array.from(columns, (column) => terms[column]!),
    );
  }

  /** Learns the terms of documents and counts them. */
  protected learnCounts(where: string, X: Documents): CountedDocuments {
    const { texts, names } = readDocuments(where, X);
    this.checkStopWords(where);
    const features = { nFeaturesIn: 1, featureNamesIn: names } as const;
    const given = checkVocabulary(where, this.vocabulary);
    if (given) return { terms: given, counts: this.#count(texts, given), ...features };
    const places = new Map<string, number>();
    const options = { learns: true, binary: this.binary };
    const counts = countTerms(texts, this.buildAnalyzer(), places, options);
    const { terms, columnOf } = chooseTerms(where, places, counts, this);
    return { terms, counts: countsMatrix(counts, columnOf, terms.length), ...features };
  }

  /** Counts the terms that are known. */
  protected knownCounts(where: string, X: Documents, terms: readonly string[]): SparseTensor {
    return this.#count(readDocuments(where, X).texts, terms);
  }

  #count(texts: readonly string[], terms: readonly string[]): SparseTensor {
    const options = { learns: false, binary: this.binary };
    const counts = countTerms(texts, this.buildAnalyzer(), placesOf(terms), options);
    return countsMatrix(counts, undefined, terms.length);
  }
}
