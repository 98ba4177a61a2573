// Dates, truths and words for missing values in text.

const DAY: f64 = 86400000;
/** The hyphens among the first eight bytes of 2024-01-31. */
const HYPHENS: u64 = 0x2d00002d00000000;
const WHERE_HYPHENS: u64 = 0xff0000ff00000000;
const COLON: u8 = 0x3a;
const T: u8 = 0x54;
const BLANK: u8 = 0x20;

/** The first four letters of true and false, and of both with capitals. */
const TRUE: u32 = 0x65757274;
const TRUE_TITLE: u32 = 0x65757254;
const TRUE_UPPER: u32 = 0x45555254;
const FALSE: u32 = 0x736c6166;
const FALSE_TITLE: u32 = 0x736c6146;
const FALSE_UPPER: u32 = 0x534c4146;
const LOWER_E: u8 = 0x65;
const UPPER_E: u8 = 0x45;
export const NO_TRUTH: u8 = 255;

/** 1 for true, True or TRUE, 0 for false, False or FALSE, else NO_TRUTH. */
export function truthOf(start: usize, length: usize): u8 {
  const word = load<u32>(start);
  if (length == 4) return word == TRUE || word == TRUE_TITLE || word == TRUE_UPPER ? 1 : NO_TRUTH;
  if (length != 5) return NO_TRUTH;
  const last = load<u8>(start + 4);
  if (last == LOWER_E) return word == FALSE || word == FALSE_TITLE ? 0 : NO_TRUTH;
  return last == UPPER_E && word == FALSE_UPPER ? 0 : NO_TRUTH;
}

/** Milliseconds since 1970 of 2024-01-31, or of that and a time to the second; else NaN. */
export function dateOf(start: usize, length: usize): f64 {
  if (length != 10 && length != 19) return NaN;
  if ((load<u64>(start) & WHERE_HYPHENS) != HYPHENS) return NaN;
  const century = twoDigits(start);
  const years = twoDigits(start + 2);
  const month = twoDigits(start + 5);
  const day = twoDigits(start + 8);
  const year = 100 * century + years;
  if ((century | years) < 0 || month < 1 || month > 12) return NaN;
  if (day < 1 || day > daysOf(year, month)) return NaN;
  const midnight = (dayNumber(year, month, day) as f64) * DAY;
  if (length == 10) return midnight;
  const between = load<u8>(start + 10);
  if (between != T && between != BLANK) return NaN;
  const seconds = secondOfDay(start + 11);
  return seconds < 0 ? NaN : midnight + 1000 * (seconds as f64);
}

/** The number of two digits, −1 if they are none. */
@inline
function twoDigits(at: usize): i32 {
  const tens = (load<u8>(at) as i32) - 0x30;
  const ones = (load<u8>(at + 1) as i32) - 0x30;
  return (tens as u32) < 10 && (ones as u32) < 10 ? 10 * tens + ones : -1;
}

function secondOfDay(at: usize): i32 {
  if (load<u8>(at + 2) != COLON || load<u8>(at + 5) != COLON) return -1;
  const hour = twoDigits(at);
  const minute = twoDigits(at + 3);
  const second = twoDigits(at + 6);
  if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) return -1;
  return 3600 * hour + 60 * minute + second;
}

function daysOf(year: i32, month: i32): i32 {
  const isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return isLeap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** Days since 1970-01-01, with years that begin in March, so that the leap day is the last. */
function dayNumber(year: i32, month: i32, day: i32): i32 {
  // 400 years later, so that no division is of a negative number: January of the year 0 belongs to −1.
  const y = (month > 2 ? year : year - 1) + 400;
  const dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719468 - 146097;
}

/**
 * Whether text[start, start + length) is one of the words, which stand at `words`: their number, a set of their
 * lengths as bits, and then each in eight bytes, zeros behind; none holds a zero itself.
 */
@inline
export function isAmongWords(start: usize, length: usize, words: usize): bool {
  if (length > 8 || ((load<u32>(words, 4) >> (length as u32)) & 1) == 0) return false;
  if (length == 0) return true;
  const word = load<u64>(start) & ((-1 as u64) >> ((64 - (length << 3)) as u64));
  if (load<u8>(start + length - 1) == 0) return false;
  const n: usize = load<u32>(words);
  for (let i: usize = 0; i < n; i++) if (load<u64>(words + (i << 3), 8) == word) return true;
  return false;
}
