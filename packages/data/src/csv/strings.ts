import { type CSVText, errorAt, type FieldTable } from "./scan";

const QUOTE = 0x22;
const SLOTS = 4096; // a power of two
const LONGEST_CACHED = 48;

/** Reads fields as text. */
export type FieldReader = (k: number) => string;

/**
 * A reader of a text's fields that remembers the strings it has made: most text columns repeat a
 * few values, and to find one by its bytes is several times faster than to decode it again.
 */
export function fieldReader(text: CSVText, { spans }: FieldTable): FieldReader {
  const { bytes } = text;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const cached: (string | undefined)[] = new Array(SLOTS);
  const cachedStart = new Int32Array(SLOTS);
  const cachedLength = new Int32Array(SLOTS);

  function decode(start: number, end: number): string {
    try {
      return decoder.decode(bytes.subarray(start, end));
    } catch {
      throw errorAt(text, start, "expected text in UTF-8, got other bytes; say its encoding");
    }
  }

  function isSame(slot: number, start: number, length: number): boolean {
    if (cached[slot] === undefined || cachedLength[slot] !== length) return false;
    const other = cachedStart[slot]!;
    for (let i = 0; i < length; i++) if (bytes[other + i] !== bytes[start + i]) return false;
    return true;
  }

  return (k) => {
    const start = spans[2 * k]!;
    const edge = spans[2 * k + 1]!;
    const end = edge < 0 ? ~edge : edge;
    const length = end - start;
    if (length > LONGEST_CACHED) return unquote(decode(start, end), edge < 0);
    let hash = edge < 0 ? 7 : 0;
    let hasQuote = false;
    for (let i = start; i < end; i++) {
      hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
      hasQuote ||= bytes[i] === QUOTE;
    }
    if (hasQuote) return unquote(decode(start, end), edge < 0);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (!isSame(slot, start, length)) {
      cached[slot] = decode(start, end);
      cachedStart[slot] = start;
      cachedLength[slot] = length;
    }
    return cached[slot]!;
  };
}

function unquote(field: string, isQuoted: boolean): string {
  return isQuoted ? field.replaceAll('""', '"') : field;
}
