/** How accents are taken away: by Unicode's decompositions, or with everything that is not ASCII. */
export type AccentStripping = "unicode" | "ascii";

/** A text whose letters have lost their accents: "naïve" becomes "naive". */
export function stripAccents(text: string, how: AccentStripping): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  const decomposed = text.normalize("NFKD");
  if (how === "ascii") return decomposed.replace(/[^\0-\x7f]/gu, "");
  return decomposed.replace(/\p{M}/gu, (mark) => (isCombining(mark) ? "" : mark));
}

/** The marks with the smallest and the largest combining class above 0. */
const LOWEST = "\u0334";
const HIGHEST = "\u0345";

const known = new Map<string, boolean>();

/**
 * Whether a mark has a combining class above 0. JavaScript does not tell, but its normalization sorts adjacent marks by
 * their classes and never moves one of class 0.
 */
function isCombining(mark: string): boolean {
  const found = known.get(mark);
  if (found !== undefined) return found;
  const isMoved = (pair: string) => pair.normalize("NFD") !== pair;
  const combining =
    mark === LOWEST || mark === HIGHEST || isMoved(HIGHEST + mark) || isMoved(mark + LOWEST);
  known.set(mark, combining);
  return combining;
}
