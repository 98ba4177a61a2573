// Numbers in text, eight digits at a time.

import { scaledByTen } from "./csv-decimals";

const ZERO: u64 = 0x30;
const MINUS: u8 = 0x2d;
const PLUS: u8 = 0x2b;
const DOT: u8 = 0x2e;
const E: u8 = 0x65;
const LOWER: u8 = 0x20;

/** Digits that a whole number may have: every number of so many is a safe integer. */
const WHOLE_DIGITS: usize = 15;

const TENS = memory.data<u64>([1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000]);
/** The powers 10^(19 − n): a number below has room for n more digits in 64 bits. */
const ROOM = memory.data<u64>([
  10000000000000000000, 1000000000000000000, 100000000000000000, 10000000000000000, 1000000000000000, 100000000000000,
  10000000000000, 1000000000000, 100000000000,
]);

/**
 * The number in text[start, end), which is not empty; NaN for what is none in its usual form: a sign −, at
 * most 15 digits, perhaps a point and digits, perhaps an exponent. A zero before another digit is not usual, nor
 * are more than 19 digits that count.
 *
 * @param onlyWhole whether a point or an exponent is unusual as well
 */
export function usualNumber(start: usize, end: usize, onlyWhole: bool): f64 {
  let p = start;
  const isNegative = load<u8>(p) == MINUS;
  if (isNegative) p++;
  let word = load<u64>(p);
  let count = leadingDigits(word);
  let digits: u64 = count > 0 ? valueOf(word, count) : 0;
  if (count > 1 && (word & 0xff) == ZERO) return NaN;
  if (count == 8) {
    word = load<u64>(p + 8);
    const more = leadingDigits(word);
    if (more > WHOLE_DIGITS - 8) return NaN;
    if (more > 0) digits = digits * load<u64>(TENS + (more << 3)) + valueOf(word, more);
    count += more;
  }
  p += count;
  if (p == end) return count == 0 ? NaN : signed(digits as f64, isNegative);
  if (onlyWhole) return NaN;
  let exponent: i32 = 0;
  if (load<u8>(p) == DOT) {
    p++;
    const point = p;
    for (let more: usize = 8; more == 8; ) {
      word = load<u64>(p);
      more = leadingDigits(word);
      if (more == 0) break;
      if (digits >= load<u64>(ROOM + (more << 3))) return NaN;
      digits = digits * load<u64>(TENS + (more << 3)) + valueOf(word, more);
      p += more;
    }
    count += p - point;
    exponent = -((p - point) as i32);
  }
  if (count == 0) return NaN;
  if (p < end && (load<u8>(p) | LOWER) == E) {
    p++;
    const sign = load<u8>(p);
    if (sign == MINUS || sign == PLUS) p++;
    word = load<u64>(p);
    count = leadingDigits(word);
    if (count == 0 || count > 4) return NaN;
    const power = valueOf(word, count) as i32;
    exponent += sign == MINUS ? -power : power;
    p += count;
  }
  return p == end ? signed(scaledByTen(digits, exponent), isNegative) : NaN;
}

@inline
function signed(value: f64, isNegative: bool): f64 {
  return isNegative ? -value : value;
}

/** How many of the eight bytes are digits, up to the first that is none; the lowest byte comes first. */
@inline
function leadingDigits(word: u64): usize {
  // Adding 0x46 sets the high bit of what is above "9", subtracting 0x30 that of what is below "0". A carry
  // only reaches bytes behind the first that is no digit.
  const others = ((word + 0x4646464646464646) | (word - 0x3030303030303030)) & 0x8080808080808080;
  return (ctz<u64>(others) >> 3) as usize;
}

/** The number of the first `count` digits, 1 to 8: pairs of them, then fours, then all. */
@inline
function valueOf(word: u64, count: usize): u64 {
  let v = (word - 0x3030303030303030) << ((64 - (count << 3)) as u64);
  v = v * 10 + (v >> 8);
  const first = (v & 0x000000ff000000ff) * 0x000f424000000064;
  const second = ((v >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return (first + second) >> 32;
}
