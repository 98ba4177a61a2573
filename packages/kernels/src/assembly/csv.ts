// Rows of CSV text into columns.
//
// The text is given in chunks, each of which begins with a row; threads read different chunks. A chunk's record
// is 16 words: where it begins and ends, the most rows to read, and where its columns' addresses, its odd fields
// and its texts go; then what came of it. A row belongs to the chunk in which it begins.
//
// What is not in its usual form is left to the host: a field that its column cannot take is listed as odd, and
// the chunk ends before a row that is broken, or after which the text goes on beyond what is here.

import { gatherTexts, linesWithin, readField, TEXT } from "./csv-fields";
import { finishWork, handOut, taskArguments } from "./parallel";

const QUOTE: u8 = 0x22;
const LF: u8 = 0x0a;
const CR: u8 = 0x0d;

// A chunk's record.
const RECORD: usize = 64;
const START: usize = 0;
const END: usize = 4;
const MOST_ROWS: usize = 8;
const COLUMNS: usize = 12;
const ODD: usize = 16;
const TEXTS: usize = 20;
const ROWS: usize = 24;
const STOP: usize = 28;
const LINES: usize = 32;
const ODD_COUNT: usize = 36;
const HIGH_BITS: usize = 40;

/** An odd field: its column and row, where row and field begin, and how many lines ended before the row. */
const ODD_BYTES: usize = 20;
const MOST_ODD: i32 = 1024;
/** A row may end so far behind its chunk. */
const OVERHANG: usize = 4096;

// What was begun and is not finished.
let begun: usize = 0;
let pieces: i32 = 0;

/**
 * Begins to read chunks of CSV text: other threads do, until finishCsvChunks has this one take part.
 *
 * @param kinds what each column holds, a byte each
 * @param words those for a missing value; see `isAmongWords`
 * @param size where the text ends; behind it are 64 bytes that may be read
 */
export function beginCsvChunks(
  nChunks: usize,
  chunks: usize,
  nColumns: usize,
  kinds: usize,
  delimiter: u32,
  words: usize,
  size: usize,
): void {
  const args = taskArguments();
  store<usize>(args, chunks);
  store<usize>(args, nColumns, 4);
  store<usize>(args, kinds, 8);
  store<u32>(args, delimiter, 12);
  store<usize>(args, words, 16);
  store<usize>(args, size, 20);
  begun = nChunks;
  pieces = handOut(readChunks, nChunks, 1);
}

/** Finishes what beginCsvChunks began. */
export function finishCsvChunks(): void {
  finishWork(readChunks, begun, pieces);
}

function readChunks(begin: usize, end: usize, thread: usize, args: usize): void {
  const kinds = load<usize>(args, 8);
  const nColumns = load<usize>(args, 4);
  for (let i = begin; i < end; i++) {
    const chunk = load<usize>(args) + i * RECORD;
    readChunk(chunk, nColumns, kinds, load<u32>(args, 12) as u8, load<usize>(args, 16), load<usize>(args, 20));
    gatherAll(chunk, nColumns, kinds);
  }
}

/** Puts the texts of each column together, and writes where they begin behind the columns' addresses. */
function gatherAll(chunk: usize, nColumns: usize, kinds: usize): void {
  const columns = load<usize>(chunk, COLUMNS);
  let to = load<usize>(chunk, TEXTS);
  for (let c: usize = 0; c < nColumns; c++) {
    if (load<u8>(kinds + c) != TEXT) continue;
    const next = gatherTexts(load<usize>(columns + (c << 2)), load<usize>(chunk, ROWS), to);
    store<usize>(columns + ((nColumns + c) << 2), to);
    to = next;
  }
}

function readChunk(chunk: usize, nColumns: usize, kinds: usize, delimiter: u8, words: usize, size: usize): void {
  const start = load<usize>(chunk, START);
  const end = load<usize>(chunk, END);
  const mostRows = load<usize>(chunk, MOST_ROWS);
  const columns = load<usize>(chunk, COLUMNS);
  const odd = load<usize>(chunk, ODD);
  const delimiters = i8x16.splat(delimiter as i8);
  const lfs = i8x16.splat(LF as i8);
  const crs = i8x16.splat(CR as i8);
  const quoteMarks = i8x16.splat(QUOTE as i8);
  let seen = i8x16.splat(0); // all bytes, by or
  // What 64 bytes say to the next: whether they end within quotes, behind a field, behind a closing quote.
  let inside: u64 = 0;
  let behindField: u64 = 1;
  let behindClosing: u64 = 0;
  let row: usize = 0;
  let rowStart = start;
  let fieldStart = start;
  let column: usize = 0;
  let lines = 0;
  let innerLines = 0;
  let nOdd = 0;
  let nOddBefore = 0; // before this row
  let isOver = rowStart >= end || mostRows == 0;
  for (let base = start; base < size && !isOver; base += 64) {
    const a = v128.load(base);
    const b = v128.load(base, 16);
    const c = v128.load(base, 32);
    const d = v128.load(base, 48);
    seen = v128.or(v128.or(seen, v128.or(a, b)), v128.or(c, d));
    const quotes = bitsOf(i8x16.eq(a, quoteMarks), i8x16.eq(b, quoteMarks), i8x16.eq(c, quoteMarks), i8x16.eq(d, quoteMarks));
    let ends = bitsOf(
      v128.or(i8x16.eq(a, delimiters), v128.or(i8x16.eq(a, lfs), i8x16.eq(a, crs))),
      v128.or(i8x16.eq(b, delimiters), v128.or(i8x16.eq(b, lfs), i8x16.eq(b, crs))),
      v128.or(i8x16.eq(c, delimiters), v128.or(i8x16.eq(c, lfs), i8x16.eq(c, crs))),
      v128.or(i8x16.eq(d, delimiters), v128.or(i8x16.eq(d, lfs), i8x16.eq(d, crs))),
    );
    let broken: u64 = 0;
    if ((quotes | inside | behindClosing) != 0) {
      const quoted = parities(quotes) ^ inside; // from an opening quote to before the closing one
      const opening = quotes & quoted;
      const closing = quotes & ~quoted;
      ends &= ~quoted;
      const afterClosing = (closing << 1) | behindClosing;
      // A quote opens a field, or is the second of two; after one that closes comes the end, or a second one.
      broken = opening & ~((ends << 1) | behindField | afterClosing);
      broken |= afterClosing & ~(ends | opening);
      behindClosing = closing >> 63;
      inside = ((quoted as i64) >> 63) as u64;
    }
    behindField = ends >> 63;
    if (base + 64 > size) {
      const here = ((1 as u64) << ((size - base) as u64)) - 1;
      ends &= here;
      broken &= here;
    }
    if (broken != 0) ends &= (broken & -broken) - 1;
    while (ends != 0) {
      const p = base + (ctz<u64>(ends) as usize);
      ends &= ends - 1;
      if (p < fieldStart) continue; // the LF of a CR and LF
      const byte = load<u8>(p);
      const isLineEnd = byte != delimiter;
      if (isLineEnd && byte == CR && p + 1 >= size) {
        isOver = true;
        break;
      }
      const isBlank = isLineEnd && p == rowStart && nColumns != 1;
      if (!isBlank) {
        if (column + 1 == nColumns ? !isLineEnd : isLineEnd) {
          isOver = true;
          break;
        }
        const kind = load<u8>(kinds + column);
        if (p > fieldStart && load<u8>(fieldStart) == QUOTE) innerLines += linesWithin(fieldStart, p);
        if (!readField(kind, fieldStart, p, load<usize>(columns + (column << 2)), row, words)) {
          if (nOdd == MOST_ODD) {
            isOver = true;
            break;
          }
          const entry = odd + (nOdd as usize) * ODD_BYTES;
          store<usize>(entry, column);
          store<usize>(entry, row, 4);
          store<usize>(entry, rowStart, 8);
          store<usize>(entry, fieldStart, 12);
          store<i32>(entry, lines, 16);
          nOdd++;
        }
      }
      fieldStart = p + 1;
      if (!isLineEnd) {
        column++;
        continue;
      }
      if (byte == CR && load<u8>(p + 1) == LF) fieldStart++;
      if (p > end + OVERHANG) {
        isOver = true;
        break;
      }
      lines += 1 + innerLines;
      innerLines = 0;
      column = 0;
      rowStart = fieldStart;
      nOddBefore = nOdd;
      if (!isBlank) row++;
      if (rowStart >= end || row == mostRows) {
        isOver = true;
        break;
      }
    }
    if (broken != 0) isOver = true;
  }
  store<usize>(chunk, row, ROWS);
  store<usize>(chunk, rowStart, STOP);
  store<i32>(chunk, lines, LINES);
  store<i32>(chunk, nOddBefore, ODD_COUNT);
  store<i32>(chunk, i8x16.bitmask(seen), HIGH_BITS);
}

/** One bit for each of 64 bytes. */
@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = (i8x16.bitmask(a) as u32) | ((i8x16.bitmask(b) as u32) << 16);
  const high = (i8x16.bitmask(c) as u32) | ((i8x16.bitmask(d) as u32) << 16);
  return (low as u64) | ((high as u64) << 32);
}

/** Bit k says whether the number of ones in bits 0 to k is odd. */
@inline
function parities(bits: u64): u64 {
  let x = bits;
  x ^= x << 1;
  x ^= x << 2;
  x ^= x << 4;
  x ^= x << 8;
  x ^= x << 16;
  return x ^ (x << 32);
}
