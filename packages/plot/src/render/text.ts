/** The stack of typefaces of all words in a chart. */
export const FONT_FAMILY =
  'Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

/**
 * About how wide a text is, in pixels: there is nothing to measure with outside a browser. Inter's
 * letters are on average 0.55 of the size wide, digits 0.62, narrow ones 0.3.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (/[\s.,:;'"!|ilIjtfr()·−]/.test(character)) width += 0.34;
    else if (/[A-ZmwMW0-9]/.test(character)) width += 0.64;
    else width += 0.56;
  }
  return width * size;
}

/** A text in lines of at most `width` pixels, broken between words. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
