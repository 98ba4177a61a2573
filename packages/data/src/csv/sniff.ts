import { CR, LF, QUOTE } from "./bytes";

const CANDIDATES = [",", ";", "\t", "|"];
const LINES = 20;

/**
 * The character that separates the fields of a text, judged by its first lines: a comma if the first line
 * has one, else the candidate that splits all of them into the same number of fields, the most if
 * there are several.
 */
export function sniffDelimiter(bytes: Uint8Array): string {
  const counts = CANDIDATES.map((candidate) => fieldCounts(bytes, candidate.charCodeAt(0)));
  if ((counts[0]![0] ?? 1) > 1) return ",";
  let best = 0;
  counts.forEach((lines, k) => {
    const isEven = lines.every((count) => count === lines[0]);
    if (isEven && (lines[0] ?? 1) > (counts[best]![0] ?? 1)) best = k;
  });
  return CANDIDATES[best]!;
}

/** How many fields each of the first lines has; an empty one is left out, and one that is cut off. */
function fieldCounts(bytes: Uint8Array, delimiter: number): number[] {
  const counts: number[] = [];
  let count = 1;
  let isQuoted = false;
  let lineStart = 0;
  for (let i = 0; i < bytes.length && counts.length < LINES; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === delimiter) count++;
    else if (byte === LF || byte === CR) {
      if (i > lineStart) counts.push(count);
      count = 1;
      lineStart = i + 1;
    }
  }
  return counts.length ? counts : [count];
}
