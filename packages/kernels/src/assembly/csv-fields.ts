// One field of CSV text into its column.

import { usualNumber } from "./csv-numbers";
import { dateOf, isAmongWords, NO_TRUTH, truthOf } from "./csv-words";

/** What columns hold; the host has the same list. */
export const SKIPPED: u8 = 0;
/** Only missing values so far. */
export const UNKNOWN: u8 = 1;
export const WHOLE: u8 = 2;
export const NUMBER: u8 = 3;
export const DATE: u8 = 4;
export const TRUTH: u8 = 5;
export const TEXT: u8 = 6;

const QUOTE: u8 = 0x22;
const LF: u8 = 0x0a;
const CR: u8 = 0x0d;
const MISSING_TRUTH: u8 = 2;

/** In the place of a text's length: it is missing; its doubled quotes stand for one. */
const MISSING: u32 = 0xffffffff;
const HAS_ESCAPES: u32 = 0x80000000;

/**
 * Writes text[start, end) as the row's value.
 *
 * @returns false if it is not one in its usual form
 */
export function readField(kind: u8, start: usize, end: usize, column: usize, row: usize, words: usize): bool {
  if (kind == SKIPPED) return true;
  const isQuoted = start < end && load<u8>(start) == QUOTE;
  const from = isQuoted ? start + 1 : start;
  const to = isQuoted ? end - 1 : end;
  const length = to - from;
  if (kind == TEXT) {
    let held = length as u32;
    if (isQuoted) held |= hasQuote(from, to) ? HAS_ESCAPES : 0;
    else if (isAmongWords(from, length, words)) held = MISSING;
    store<u64>(column + (row << 3), (from as u64) | ((held as u64) << 32));
    return true;
  }
  if (kind == WHOLE || kind == NUMBER) {
    if (length == 0) {
      store<f64>(column + (row << 3), NaN);
      return !isQuoted;
    }
    const value = usualNumber(from, to, kind == WHOLE);
    store<f64>(column + (row << 3), value);
    return value == value || (!isQuoted && isAmongWords(from, length, words));
  }
  if (kind == DATE) {
    const value = dateOf(from, length);
    store<f64>(column + (row << 3), value);
    return value == value || (!isQuoted && isAmongWords(from, length, words));
  }
  if (kind == TRUTH) {
    const value = truthOf(from, length);
    store<u8>(column + row, value == NO_TRUTH ? MISSING_TRUTH : value);
    return value != NO_TRUTH || (!isQuoted && isAmongWords(from, length, words));
  }
  return !isQuoted && isAmongWords(from, length, words);
}

/** How many lines end within a quoted field. */
export function linesWithin(start: usize, end: usize): i32 {
  let lines = 0;
  for (let p = start; p < end; p++) {
    const byte = load<u8>(p);
    if (byte == LF || (byte == CR && load<u8>(p + 1) != LF)) lines++;
  }
  return lines;
}

/**
 * Copies a column's texts one behind the other to `to`, and writes where each ends, from the column's first
 * byte on, in place of where it was found; for a missing one the complement of that.
 *
 * @returns the first byte behind the texts
 */
export function gatherTexts(column: usize, rows: usize, to: usize): usize {
  let next = to;
  for (let row: usize = 0; row < rows; row++) {
    const place = load<u64>(column + (row << 3));
    const from = (place & 0xffffffff) as usize;
    const held = (place >> 32) as u32;
    let end = (next - to) as i32;
    if (held == MISSING) end = ~end;
    else if ((held & HAS_ESCAPES) != 0) {
      next = copyUnescaped(from, (held & ~HAS_ESCAPES) as usize, next);
      end = (next - to) as i32;
    } else {
      copyBytes(from, held as usize, next);
      next += held as usize;
      end = (next - to) as i32;
    }
    store<i32>(column + (row << 2), end);
  }
  return next;
}

/** Copies in steps of 16: there is room behind the last byte. */
@inline
function copyBytes(from: usize, length: usize, to: usize): void {
  v128.store(to, v128.load(from));
  for (let i: usize = 16; i < length; i += 16) v128.store(to + i, v128.load(from + i));
}

function copyUnescaped(from: usize, length: usize, to: usize): usize {
  let next = to;
  for (let i: usize = 0; i < length; i++) {
    const byte = load<u8>(from + i);
    store<u8>(next++, byte);
    if (byte == QUOTE) i++;
  }
  return next;
}

function hasQuote(start: usize, end: usize): bool {
  for (let p = start; p < end; p++) if (load<u8>(p) == QUOTE) return true;
  return false;
}
