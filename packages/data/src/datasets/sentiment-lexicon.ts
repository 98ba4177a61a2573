import { SENTIMENT_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { token: "string", valence: "number", std: "number" } as const;

/** The schema of `loadSentimentLexicon`. */
export type SentimentSchema = TypesOf<typeof TYPES>;

/**
 * English words, slang and emoticons with a feeling in them: `valence` from −4 (most negative) to 4 (most
 * positive), the mean of ten people's answers, and their standard deviation `std`.
 *
 * @see Hutto and Gilbert (2014), VADER, ICWSM 8(1), 216–225 (MIT).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const words = await loadSentimentLexicon();
 * words.filter((word) => word.token === "brilliant").column("valence").at(0); // → 2.8
 * ```
 */
export function loadSentimentLexicon(): Promise<DataFrame<SentimentSchema>> {
  return readDataSet(SENTIMENT_URL, TYPES);
}
