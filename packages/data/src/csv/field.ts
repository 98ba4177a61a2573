import { ParseError } from "@gradus/core";
import { CR, endsField, LF, QUOTE } from "./bytes";
import { invalidUTF8, unshared } from "./utf8";

/** What a reading step gives when the block of bytes ends before the field does. */
export const INCOMPLETE = -1;

/**
 * One field of a block of bytes, found with all the rules of RFC 4180: what the fast paths of the columns
 * cannot read is read from here. One object is used again and again.
 */
export class Field {
  /** The block; `bytes[size]` is a line end that is not of the text. */
  bytes: Uint8Array = new Uint8Array(1);
  size = 0;
  /** Whether the text ends with the block. */
  isLast = false;
  readonly delimiter: number;
  readonly source: string | undefined;
  /** The content without its quotes is `bytes.subarray(start, end)`. */
  start = 0;
  end = 0;
  isQuoted = false;
  /** Whether doubled quotes in the content stand for one. */
  hasEscapes = false;
  /** Where the row begins, and the number of its line in the text. */
  rowStart = 0;
  line = 1;
  /** How many lines of the row end within quoted fields. */
  innerLines = 0;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(delimiter: number, source: string | undefined) {
    this.delimiter = delimiter;
    this.source = source;
  }

  /**
   * Finds the field that begins at `start`.
   *
   * @returns the place of the delimiter or line end after it, or INCOMPLETE
   * @throws ParseError for an unclosed quote, and for text after a closing one.
   */
  find(start: number): number {
    const { bytes, delimiter } = this;
    if (bytes[start] === QUOTE) return this.#findQuoted(start);
    let end = start;
    while (!endsField(bytes[end]!, delimiter)) end++;
    this.start = start;
    this.end = end;
    this.isQuoted = false;
    this.hasEscapes = false;
    return this.#closed(end);
  }

  #findQuoted(open: number): number {
    const { bytes, size } = this;
    let hasEscapes = false;
    let innerLines = 0;
    let i = open + 1;
    for (; i < size; i++) {
      const byte = bytes[i]!;
      if (byte === QUOTE) {
        if (bytes[i + 1] !== QUOTE) break;
        hasEscapes = true;
        i++;
      } else if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) innerLines++;
    }
    if (i >= size) {
      if (!this.isLast) return INCOMPLETE;
      throw this.errorAt(open, "expected a closing quote for the one opened here, got the end");
    }
    const next = i + 1;
    if (!endsField(bytes[next]!, this.delimiter)) {
      throw this.errorAt(next, "expected a delimiter after the closing quote, got more text");
    }
    this.start = open + 1;
    this.end = i;
    this.isQuoted = true;
    this.hasEscapes = hasEscapes;
    const closed = this.#closed(next);
    if (closed >= 0) this.innerLines += innerLines;
    return closed;
  }

  /** A field that the end of the block cuts off may go on in the next one. */
  #closed(end: number): number {
    return end >= this.size && !this.isLast ? INCOMPLETE : end;
  }

  /** The content as text. @throws ParseError if it is not UTF-8. */
  text(): string {
    this.checkText();
    const text = this.#decoder.decode(unshared(this.bytes.subarray(this.start, this.end)));
    return this.hasEscapes ? text.replaceAll('""', '"') : text;
  }

  /** @throws ParseError at the first byte that is not UTF-8. */
  checkText(): void {
    const { bytes, start, end } = this;
    const at = invalidUTF8(bytes, start, end);
    if (at < 0) return;
    const got = bytes[at]!.toString(16).toUpperCase().padStart(2, "0");
    throw this.errorAt(at, `expected text in UTF-8, got the byte 0x${got}; say its encoding`);
  }

  /** An error that points at the field. */
  error(message: string): ParseError {
    return this.errorAt(this.isQuoted ? this.start - 1 : this.start, message);
  }

  /** An error at a byte of the current row. */
  errorAt(offset: number, message: string): ParseError {
    return new ParseError(message, { source: this.source, ...this.locate(offset) });
  }

  /** The line and column, from 1, of a byte of the current row. */
  locate(offset: number): { readonly line: number; readonly column: number } {
    const { bytes } = this;
    let { line, rowStart: lineStart } = this;
    for (let i = lineStart; i < offset; i++) {
      if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) {
        line++;
        lineStart = i + 1;
      }
    }
    const before = new TextDecoder().decode(unshared(bytes.subarray(lineStart, offset)));
    return { line, column: [...before].length + 1 };
  }
}
