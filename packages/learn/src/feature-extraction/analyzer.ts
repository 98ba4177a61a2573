import { checkBoolean, checkOneOf, describeValue, ParameterError } from "@gradus/core";
import { type AccentStripping, stripAccents } from "./accents";
import { ENGLISH_STOP_WORDS } from "./english-stop-words";
import { characterNgrams, type NgramRange, wordCharacterNgrams, wordNgrams } from "./n-grams";
import { splitWords } from "./words";

/** The terms of a text, in their order, repeated ones repeatedly. */
export type Analyze = (text: string) => readonly string[];

/** What terms are: words, characters, characters within words, or what a function finds in the raw text. */
export type Analyzer = "word" | "char" | "charWb" | Analyze;

/** The options that say what the terms of a text are. */
export interface AnalyzerOptions {
  /** Write everything in small letters first. Default true. */
  readonly lowercase?: boolean;
  /** Take accents away: by "unicode", with everything that is not ASCII ("ascii"), or by a function. Default not. */
  readonly stripAccents?: AccentStripping | ((text: string) => string) | undefined;
  /** Prepares a text, in place of `lowercase` and `stripAccents`. */
  readonly preprocessor?: ((text: string) => string) | undefined;
  /** Cuts a text into words, in place of `tokenPattern`. Only for words. */
  readonly tokenizer?: ((text: string) => readonly string[]) | undefined;
  /** Words that are left out: "english" for a list of 318, or a list of your own. Only for words. Default none. */
  readonly stopWords?: "english" | readonly string[] | undefined;
  /**
   * What a word is: a regular expression, or its source, used with the flag u; what its group catches if it has one.
   * Default two or more letters, digits or underscores of any script: what `\b\w\w+\b` is in Python, where \w is not ASCII
   * alone, as it is in JavaScript.
   */
  readonly tokenPattern?: string | RegExp | undefined;
  /** How many words or characters a term has at least and at most. Default [1, 1]. */
  readonly ngramRange?: NgramRange;
  /** What terms are made of. A function is given the raw text, and the options above are not used. Default "word". */
  readonly analyzer?: Analyzer;
}

/** The same, with the defaults filled in and checked. */
export interface AnalyzerParams {
  readonly lowercase: boolean;
  readonly stripAccents: AnalyzerOptions["stripAccents"];
  readonly preprocessor: AnalyzerOptions["preprocessor"];
  readonly tokenizer: AnalyzerOptions["tokenizer"];
  readonly stopWords: AnalyzerOptions["stopWords"];
  readonly tokenPattern: string | undefined;
  readonly ngramRange: NgramRange;
  readonly analyzer: Analyzer;
}

/** @throws ParameterError for options that cannot be. */
export function checkAnalyzer(where: string, options: AnalyzerOptions): AnalyzerParams {
  const { stripAccents: accents, analyzer = "word", stopWords } = options;
  if (accents !== undefined && typeof accents !== "function") {
    checkOneOf(where, "stripAccents", accents, ["unicode", "ascii"]);
  }
  if (typeof analyzer !== "function") {
    checkOneOf(where, "analyzer", analyzer, ["word", "char", "charWb"]);
  }
  return {
    lowercase: checkBoolean(where, "lowercase", options.lowercase ?? true),
    stripAccents: accents,
    preprocessor: checkFunction(where, "preprocessor", options.preprocessor),
    tokenizer: checkFunction(where, "tokenizer", options.tokenizer),
    stopWords: checkStopWords(where, stopWords),
    tokenPattern: checkPattern(where, options.tokenPattern),
    ngramRange: checkNgramRange(where, options.ngramRange ?? [1, 1]),
    analyzer,
  };
}

/** What the options make of a text. */
export function buildAnalyzer(options: AnalyzerParams): Analyze {
  const { analyzer, ngramRange } = options;
  if (typeof analyzer === "function") return analyzer;
  const prepare = preparation(options);
  if (analyzer === "char") return (text) => characterNgrams(prepare(text), ngramRange);
  if (analyzer === "charWb") return (text) => wordCharacterNgrams(prepare(text), ngramRange);
  const split = wordSplitter(options);
  const stop = stopSet(options.stopWords);
  const wordsOf: Analyze = stop
    ? (text) => split(prepare(text)).filter((word) => !stop.has(word))
    : (text) => split(prepare(text));
  if (ngramRange[1] === 1) return wordsOf;
  return (text) => wordNgrams(wordsOf(text), ngramRange);
}

/** Words among the stop words' own words that would not be stopped: the list does not fit the other options. */
export function inconsistentStopWords(options: AnalyzerParams): string[] {
  const stop = options.analyzer === "word" ? stopSet(options.stopWords) : undefined;
  if (stop === undefined || options.stopWords === "english") return [];
  const [prepare, split] = [preparation(options), wordSplitter(options)];
  const words = [...stop].flatMap((word) => split(prepare(word)));
  return [...new Set(words.filter((word) => !stop.has(word)))].sort();
}

function preparation(options: AnalyzerParams): (text: string) => string {
  const { preprocessor, lowercase, stripAccents: accents } = options;
  if (preprocessor) return preprocessor;
  const lowered = lowercase ? (text: string) => text.toLowerCase() : (text: string) => text;
  if (accents === undefined) return lowered;
  if (typeof accents === "function") return (text) => accents(lowered(text));
  return (text) => stripAccents(lowered(text), accents);
}

function wordSplitter({ tokenizer, tokenPattern }: AnalyzerParams): Analyze {
  if (tokenizer) return tokenizer;
  if (tokenPattern === undefined) return splitWords;
  const pattern = new RegExp(tokenPattern, "gu");
  const hasGroup = groupCount(tokenPattern) === 1;
  return (text) =>
    Array.from(text.matchAll(pattern), (match) => (hasGroup ? (match[1] ?? "") : match[0]));
}

function stopSet(stopWords: AnalyzerOptions["stopWords"]): ReadonlySet<string> | undefined {
  if (stopWords === undefined) return undefined;
  return stopWords === "english" ? ENGLISH_STOP_WORDS : new Set(stopWords);
}

function checkFunction<F>(where: string, name: string, value: F): F {
  if (value === undefined || typeof value === "function") return value;
  throw new ParameterError(`${where}: ${name} must be a function, got ${describeValue(value)}`);
}

function checkStopWords(where: string, value: AnalyzerOptions["stopWords"]) {
  if (value === undefined || value === "english") return value;
  if (Array.isArray(value) && value.every((word) => typeof word === "string")) return value;
  throw new ParameterError(
    `${where}: stopWords must be "english" or a list of words, got ${describeValue(value)}`,
  );
}

/** The source of a pattern. @throws ParameterError for no pattern, and for one of several groups. */
function checkPattern(where: string, pattern: string | RegExp | undefined): string | undefined {
  if (pattern === undefined) return undefined;
  const source = pattern instanceof RegExp ? pattern.source : pattern;
  const flags = pattern instanceof RegExp ? pattern.flags : "";
  if (typeof source !== "string" || /[^dgu]/.test(flags)) {
    throw new ParameterError(
      `${where}: tokenPattern must be a regular expression without flags but g and u, or its source, got ${describeValue(pattern)}`,
    );
  }
  let groups: number;
  try {
    groups = groupCount(source);
  } catch (error) {
    throw new ParameterError(
      `${where}: tokenPattern must be the source of a regular expression, got ${describeValue(source)}: ${(error as Error).message}`,
    );
  }
  if (groups <= 1) return source;
  throw new ParameterError(`${where}: tokenPattern must have at most one group, got ${groups}`);
}

/** How many groups a pattern has: an empty alternative matches the empty text, with all of them. */
function groupCount(source: string): number {
  return new RegExp(`${source}|`, "u").exec("")!.length - 1;
}

function checkNgramRange(where: string, range: NgramRange): NgramRange {
  const [fewest, most] = Array.isArray(range) ? (range as unknown as NgramRange) : [0, 0];
  const isRange = Number.isInteger(fewest) && Number.isInteger(most) && range.length === 2;
  if (isRange && fewest >= 1 && most >= fewest) return Object.freeze([fewest, most] as const);
  throw new ParameterError(
    `${where}: ngramRange must be two integers 1 <= fewest <= most, got ${describeValue(range)}`,
  );
}
