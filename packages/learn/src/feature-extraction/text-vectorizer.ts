import { warn } from "@gradus/core";
import type { SparseTensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import {
  type Analyze,
  type AnalyzerOptions,
  type AnalyzerParams,
  buildAnalyzer,
  checkAnalyzer,
  inconsistentStopWords,
} from "./analyzer";
import type { Documents } from "./documents";

/** What all share that turn texts into rows of numbers: the options that say what terms are. */
export abstract class TextVectorizer<Params extends object, State extends object>
  extends BaseTransformer<Params, State, SparseTensor, Documents>
  implements AnalyzerParams
{
  readonly lowercase: AnalyzerParams["lowercase"];
  readonly stripAccents: AnalyzerParams["stripAccents"];
  readonly preprocessor: AnalyzerParams["preprocessor"];
  readonly tokenizer: AnalyzerParams["tokenizer"];
  readonly stopWords: AnalyzerParams["stopWords"];
  readonly tokenPattern: AnalyzerParams["tokenPattern"];
  readonly ngramRange: AnalyzerParams["ngramRange"];
  readonly analyzer: AnalyzerParams["analyzer"];

  protected constructor(where: string, options: AnalyzerOptions) {
    super();
    const checked = checkAnalyzer(where, options);
    this.lowercase = checked.lowercase;
    this.stripAccents = checked.stripAccents;
    this.preprocessor = checked.preprocessor;
    this.tokenizer = checked.tokenizer;
    this.stopWords = checked.stopWords;
    this.tokenPattern = checked.tokenPattern;
    this.ngramRange = checked.ngramRange;
    this.analyzer = checked.analyzer;
  }

  /**
   * What makes terms of a text: the words "the cat" become "the", "cat", and with n-grams "the cat" too.
   *
   * @returns a function from a text to its terms, repeated ones repeatedly
   */
  buildAnalyzer(): Analyze {
    return buildAnalyzer(this);
  }

  /** Warns where the stop words are not as the analyzer writes words, so that some would never be left out. */
  protected checkStopWords(where: string): void {
    const missed = inconsistentStopWords(this);
    if (missed.length === 0) return;
    warn(
      "data",
      `${where}: expected stop words as the other options cut and write words, got none for ${missed.slice(0, 5).join(", ")}; these parts of stop words would stay`,
    );
  }
}
