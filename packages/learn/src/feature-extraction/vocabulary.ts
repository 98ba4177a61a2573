import { describeValue, ParameterError, ValueError } from "@gradus/core";
import { documentCounts, type TermCounts, totalCounts } from "./term-counts";
import { compareTexts } from "./words";

/** Terms in the order of their columns, or the column of each term. */
export type Vocabulary = readonly string[] | Readonly<Record<string, number>>;

/** Which terms are left out. */
export interface VocabularyLimits {
  /** Leave out terms that come in more documents: below 1 a share of them, else a number. Infinity for no limit. */
  readonly maxDf: number;
  /** Leave out terms that come in fewer documents: below 1 a share of them, else a number. */
  readonly minDf: number;
  /** Keep only so many terms, those that come most often; of equals those that come first in the alphabet. */
  readonly maxFeatures: number | undefined;
}

/** Terms that were chosen, and the columns they go to. */
export interface ChosenTerms {
  /** In the order of the columns: that of the alphabet, by code points. */
  readonly terms: readonly string[];
  /** The column of each counted term, −1 for those that were left out. */
  readonly columnOf: Int32Array;
}

/**
 * Chooses terms and puts them in order.
 *
 * @throws ParameterError if `maxDf` allows fewer documents than `minDf` asks for; ValueError if no term is left.
 */
export function chooseTerms(
  where: string,
  places: ReadonlyMap<string, number>,
  counts: TermCounts,
  limits: VocabularyLimits,
): ChosenTerms {
  if (places.size === 0) {
    throw new ValueError(
      `${where}: expected at least one term in the documents, got none; perhaps they hold only stop words`,
    );
  }
  const entries = [...places].sort(([a], [b]) => compareTexts(a, b));
  const kept = limited(where, entries, counts, limits);
  const columnOf = new Int32Array(counts.nTerms).fill(-1);
  kept.forEach(([, place], column) => {
    columnOf[place] = column;
  });
  return { terms: kept.map(([term]) => term), columnOf };
}

type Entry = readonly [term: string, place: number];

function limited(
  where: string,
  entries: readonly Entry[],
  counts: TermCounts,
  { maxDf, minDf, maxFeatures }: VocabularyLimits,
): readonly Entry[] {
  if (maxDf === Infinity && minDf === 1 && maxFeatures === undefined) return entries;
  const nDocuments = counts.starts.length - 1;
  const most = maxDf < 1 ? maxDf * nDocuments : maxDf;
  const fewest = minDf < 1 ? minDf * nDocuments : minDf;
  if (most < fewest) {
    throw new ParameterError(
      `${where}: maxDf must allow as many documents as minDf asks for, ${fewest}, got ${most}`,
    );
  }
  const found = documentCounts(counts);
  let kept = entries.filter(([, place]) => found[place]! >= fewest && found[place]! <= most);
  if (maxFeatures !== undefined && kept.length > maxFeatures) {
    const totals = totalCounts(counts);
    const ranked = kept.map((_, k) => k);
    ranked.sort((a, b) => totals[kept[b]![1]]! - totals[kept[a]![1]]! || a - b);
    const best = new Set(ranked.slice(0, maxFeatures));
    kept = kept.filter((_, k) => best.has(k));
  }
  if (kept.length > 0) return kept;
  throw new ValueError(
    `${where}: expected terms to be left, got none of ${entries.length} between minDf and maxDf; a smaller minDf or a larger maxDf keeps some`,
  );
}

/** The terms of a vocabulary in the order of their columns. @throws ParameterError for what is none. */
export function checkVocabulary(
  where: string,
  vocabulary: Vocabulary | undefined,
): readonly string[] | undefined {
  if (vocabulary === undefined) return undefined;
  const terms = Array.isArray(vocabulary)
    ? (vocabulary as readonly unknown[])
    : termsOf(where, vocabulary as Readonly<Record<string, number>>);
  if (terms.length === 0) throw new ParameterError(`${where}: vocabulary must not be empty`);
  const seen = new Set<unknown>();
  for (const term of terms) {
    if (typeof term !== "string" || seen.has(term)) {
      throw new ParameterError(
        `${where}: vocabulary must hold different texts, got ${describeValue(term)}${seen.has(term) ? " twice" : ""}`,
      );
    }
    seen.add(term);
  }
  return terms as readonly string[];
}

function termsOf(where: string, columns: Readonly<Record<string, number>>): readonly unknown[] {
  if (typeof columns !== "object" || columns === null) {
    throw new ParameterError(
      `${where}: vocabulary must be a list of terms or the column of each, got ${describeValue(columns)}`,
    );
  }
  const terms: (string | undefined)[] = new Array(Object.keys(columns).length).fill(undefined);
  for (const [term, column] of Object.entries(columns)) {
    if (
      Number.isInteger(column) &&
      column >= 0 &&
      column < terms.length &&
      terms[column] === undefined
    ) {
      terms[column] = term;
      continue;
    }
    throw new ParameterError(
      `${where}: vocabulary must number its terms from 0 to ${terms.length - 1}, each once, got ${describeValue(column)} for "${term}"`,
    );
  }
  return terms;
}

const PLACES = new WeakMap<readonly string[], Map<string, number>>();

/** The column of each term. */
export function placesOf(terms: readonly string[]): Map<string, number> {
  let places = PLACES.get(terms);
  if (places === undefined) {
    places = new Map(terms.map((term, column) => [term, column]));
    PLACES.set(terms, places);
  }
  return places;
}
