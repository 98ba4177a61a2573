const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const PLUS = 0x2b;
const MINUS = 0x2d;

/** Powers of ten that a double holds exactly. */
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MOST_EXACT = 2 ** 53;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)(?:inf|infinity)$/i;

/**
 * The decimal number in `bytes[start, end)`, or NaN if the text is none. Spaces around it do not count.
 *
 * Digits are gathered in an integer and divided by a power of ten: one rounding, so the result is
 * the nearest double as long as both are exact (up to 2⁵³ and 10²²). Everything else takes the
 * language's own conversion.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && bytes[from]! <= 0x20) from++;
  while (to > from && bytes[to - 1]! <= 0x20) to--;
  let i = from;
  const sign = bytes[i];
  if (sign === MINUS || sign === PLUS) i++;
  let digits = 0;
  let nDigits = 0;
  let decimals = -1;
  for (; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) {
      digits = digits * 10 + (byte - ZERO);
      nDigits++;
      if (decimals >= 0) decimals++;
    } else if (byte === DOT && decimals < 0) decimals = 0;
    else return parseSlowly(bytes, from, to);
  }
  if (nDigits === 0) return Number.NaN;
  if (digits > MOST_EXACT || decimals > 22) return parseSlowly(bytes, from, to);
  const size = decimals > 0 ? digits / POWERS_OF_TEN[decimals]! : digits;
  return sign === MINUS ? -size : size;
}

/**
 * Whether a number's text would lose something as a double: an integer beyond 2⁵³ that is not
 * exact, or leading zeros, which mark codes such as 02134.
 */
export function losesAsNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start;
  while (i < end && bytes[i]! <= 0x20) i++;
  if (bytes[i] === MINUS || bytes[i] === PLUS) i++;
  if (bytes[i] === ZERO && isDigit(bytes[i + 1]) && i + 1 < end) return true;
  if (end - i < 16) return false;
  const text = String.fromCharCode(...bytes.subarray(i, end)).trim();
  return /^\d+$/.test(text) && BigInt(text) !== BigInt(Number(text));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  if (NUMBER.test(text)) return Number(text);
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  return Number.NaN;
}
