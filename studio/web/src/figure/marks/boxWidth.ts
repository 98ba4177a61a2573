const LETTER = 7.4;
const NARROWEST = 28;

/** The width of a node's box in pixels, for a name of letters 13 pixels high. */
export function boxWidth(text: string): number {
  return Math.max(NARROWEST, 12 + [...text].length * LETTER);
}
