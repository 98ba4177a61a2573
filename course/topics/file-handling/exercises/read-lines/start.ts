/** The lines of a text in UTF-8 that comes in parts. */
export function readLines(parts: Iterable<Uint8Array>): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    // A part may end anywhere. What is kept for the next one?
    lines.push(...new TextDecoder().decode(part).split("\n"));
  }
  return lines;
}
