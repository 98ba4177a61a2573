import { SPACES } from "./words";

/** How many words or characters stand together at least and at most. */
export type NgramRange = readonly [fewest: number, most: number];

const RUNS_OF_SPACES = new RegExp(`[${SPACES}]{2,}`, "gu");
const ANY_SPACES = new RegExp(`[${SPACES}]+`, "u");

/** Words that follow each other, joined with spaces: of the fewest first. */
export function wordNgrams(words: readonly string[], [fewest, most]: NgramRange): string[] {
  if (most === 1) return [...words];
  const grams = fewest === 1 ? [...words] : [];
  for (let n = Math.max(2, fewest); n <= Math.min(most, words.length); n++) {
    for (let i = 0; i + n <= words.length; i++) grams.push(words.slice(i, i + n).join(" "));
  }
  return grams;
}

/** Characters that follow each other; several spaces count as one. */
export function characterNgrams(text: string, [fewest, most]: NgramRange): string[] {
  const characters = [...text.replace(RUNS_OF_SPACES, " ")];
  const grams: string[] = [];
  for (let n = fewest; n <= Math.min(most, characters.length); n++) {
    for (let i = 0; i + n <= characters.length; i++) {
      grams.push(characters.slice(i, i + n).join(""));
    }
  }
  return grams;
}

/** Characters that follow each other within a word with a space on either side; a shorter word counts once. */
export function wordCharacterNgrams(text: string, [fewest, most]: NgramRange): string[] {
  const grams: string[] = [];
  for (const word of text.split(ANY_SPACES)) {
    if (word === "") continue;
    const characters = [" ", ...word, " "];
    for (let n = fewest; n <= most; n++) {
      const last = Math.max(0, characters.length - n);
      for (let i = 0; i <= last; i++) grams.push(characters.slice(i, i + n).join(""));
      if (last === 0) break;
    }
  }
  return grams;
}
