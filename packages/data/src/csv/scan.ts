import { ParseError } from "@gradus/core";

/** What the parts of a reader need to know about the text to find and to name a field. */
export interface CSVText {
  readonly bytes: Uint8Array;
  /** The byte that separates fields. */
  readonly delimiter: number;
  /** The file's name in errors. */
  readonly source: string | undefined;
}

/** Where the fields of a text stand. */
export interface FieldTable {
  readonly nColumns: number;
  /** Rows, the header line included. */
  readonly nRows: number;
  /**
   * Field `k` (row-major) is `bytes.subarray(spans[2k], spans[2k + 1])`, without its quotes; for a
   * quoted field the end is stored as its complement (~end), which is negative.
   */
  readonly spans: Int32Array;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Finds the fields of a CSV text in one pass over its bytes (RFC 4180; LF, CRLF or CR end a line).
 *
 * An empty line is no row, except in a table of one column, where it is a missing value.
 *
 * @throws ParseError for a row with more or fewer fields than the first, for an unclosed quote, and
 *   for text after a closing quote.
 */
export function scanFields(text: CSVText, start: number): FieldTable {
  const { bytes, delimiter } = text;
  const size = bytes.length;
  if (size >= 2 ** 31)
    throw errorAt(text, 0, `expected less than 2 GiB of text, got ${size} bytes`);
  let spans = new Int32Array(Math.max(64, size >> 2));
  let count = 0;
  let nColumns = 0;
  let nRows = 0;
  let position = start;
  while (position < size) {
    const rowStart = position;
    const firstField = count;
    for (;;) {
      if (2 * count + 2 > spans.length) spans = grow(spans);
      let end: number;
      if (bytes[position] === QUOTE) {
        end = closingQuote(text, position);
        spans[2 * count] = position + 1;
        spans[2 * count + 1] = ~end;
        end++;
        if (end < size && !endsField(bytes[end]!, delimiter)) {
          throw errorAt(text, end, "expected a delimiter after the closing quote, got more text");
        }
      } else {
        end = position;
        while (end < size && !endsField(bytes[end]!, delimiter)) end++;
        spans[2 * count] = position;
        spans[2 * count + 1] = end;
      }
      count++;
      position = end + 1;
      if (end >= size || bytes[end] !== delimiter) {
        if (end + 1 < size && bytes[end] === CR && bytes[end + 1] === LF) position++;
        break;
      }
    }
    const nFields = count - firstField;
    const isEmptyLine = nFields === 1 && spans[2 * count - 1] === rowStart;
    if (isEmptyLine && nColumns !== 1) {
      count--;
      continue;
    }
    if (nRows === 0) nColumns = nFields;
    if (nFields !== nColumns) throw raggedRow(text, spans, { firstField, nFields, nColumns });
    nRows++;
  }
  return { nColumns, nRows, spans: spans.subarray(0, 2 * count) };
}

/** An error at a byte of the text. */
export function errorAt({ bytes, source }: CSVText, offset: number, message: string): ParseError {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < offset; i++) {
    const ends = bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF);
    if (ends) {
      line++;
      lineStart = i + 1;
    }
  }
  const before = new TextDecoder("utf-8", { ignoreBOM: line > 1 }).decode(
    bytes.subarray(lineStart, offset),
  );
  return new ParseError(message, { source, line, column: [...before].length + 1 });
}

function endsField(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === LF || byte === CR;
}

/** The place of the quote that closes the one at `open`; a doubled quote stands for one. */
function closingQuote(text: CSVText, open: number): number {
  const { bytes } = text;
  for (let i = open + 1; i < bytes.length; i++) {
    if (bytes[i] !== QUOTE) continue;
    if (bytes[i + 1] !== QUOTE) return i;
    i++;
  }
  throw errorAt(text, open, "expected a closing quote for the one opened here, got the end");
}

function raggedRow(
  text: CSVText,
  spans: Int32Array,
  row: { readonly firstField: number; readonly nFields: number; readonly nColumns: number },
): ParseError {
  // Point at the first field too many, or at the end of a row that is too short.
  const extra = row.nFields > row.nColumns;
  const span = 2 * (row.firstField + (extra ? row.nColumns : row.nFields - 1));
  const edge = spans[extra ? span : span + 1]!;
  const offset = edge < 0 ? ~edge : edge;
  const isQuoted = extra && spans[span + 1]! < 0;
  return errorAt(
    text,
    isQuoted ? offset - 1 : offset,
    `expected ${fields(row.nColumns)} in the row, as in the first one, got ${row.nFields}`,
  );
}

function fields(count: number): string {
  return `${count} ${count === 1 ? "field" : "fields"}`;
}

function grow(spans: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(spans.length * 2);
  larger.set(spans);
  return larger;
}
