import { SPAM_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet } from "./read-data-set";

const WORDS = [
  ..."make address all 3d our over remove internet order mail receive will people report".split(
    " ",
  ),
  ..."addresses free business email you credit your font 000 money hp hpl george 650 lab".split(
    " ",
  ),
  ..."labs telnet 857 data 415 85 technology 1999 parts pm direct cs meeting original".split(" "),
  ..."project re edu table conference".split(" "),
];

const CHARACTERS = [
  "semicolon",
  "round_bracket",
  "square_bracket",
  "exclamation",
  "dollar",
  "hash",
] as const;

/** The schema of `loadSpam`; datasets/spam.md names the 48 words. */
export type SpamSchema = {
  [K in `word_${string}` | `char_${(typeof CHARACTERS)[number]}`]: "number";
} & {
  capital_run_average: "number";
  capital_run_longest: "integer";
  capital_run_total: "integer";
  spam: "boolean";
};

/**
 * 4,601 e-mails as numbers: how often 48 words and 6 characters come (in per cent), the lengths of runs of
 * capital letters, and whether the mail is spam (1,813 are).
 *
 * @see Hopkins, Reeber, Forman and Suermondt (1999), Spambase, UCI Machine Learning Repository (CC BY 4.0).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const mails = await loadSpam();
 * mails.filter((mail) => mail.spam === true).nRows; // → 1813
 * ```
 */
export function loadSpam(): Promise<DataFrame<SpamSchema>> {
  const shares = [...WORDS.map((w) => `word_${w}`), ...CHARACTERS.map((c) => `char_${c}`)];
  const types = {
    ...Object.fromEntries(shares.map((name) => [name, "number"])),
    capital_run_average: "number",
    capital_run_longest: "integer",
    capital_run_total: "integer",
    spam: "boolean",
  };
  return readDataSet(SPAM_URL, types as SpamSchema);
}
