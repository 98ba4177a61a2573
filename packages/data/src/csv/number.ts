import { DOT, MINUS, PLUS, ZERO } from "./bytes";

/** Powers of ten that a double holds exactly. */
export const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MOST_EXACT = 2 ** 53;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)(?:inf|infinity)$/i;
const SPLIT = 2 ** 27 + 1;

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
    if (isDigit(byte)) {
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
 * (high + low) / 10^decimals as the nearest double, or NaN where this cannot tell which that is.
 *
 * The quotient of the doubles is corrected once by the remainder, which Dekker's product gives without
 * rounding: high + low needs no more than 106 bits, and the corrected quotient is right to about 100.
 * If that lies too near the middle between two doubles, the caller has to take a slower way.
 *
 * @param decimals from 0 to 22, so that the power is exact
 * @see Dekker (1971), Numerische Mathematik 18, 224–242.
 */
export function divideByPower(high: number, low: number, decimals: number): number {
  const power = POWERS_OF_TEN[decimals]!;
  const quotient = high / power;
  const a = SPLIT * quotient;
  const quotientHigh = a - (a - quotient);
  const quotientLow = quotient - quotientHigh;
  const b = SPLIT * power;
  const powerHigh = b - (b - power);
  const powerLow = power - powerHigh;
  const product = quotient * power;
  const lost =
    quotientHigh * powerHigh -
    product +
    quotientHigh * powerLow +
    quotientLow * powerHigh +
    quotientLow * powerLow;
  const correction = (high - product - lost + low) / power;
  const slack = Math.abs(correction) * 2 ** -40;
  const result = quotient + (correction - slack);
  return result === quotient + (correction + slack) ? result : Number.NaN;
}

/**
 * Whether a number's text would lose something as a double: an integer beyond 2⁵³ that is not
 * exact, or leading zeros, which mark codes such as 02134.
 */
export function losesAsNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start;
  while (i < end && bytes[i]! <= 0x20) i++;
  if (bytes[i] === MINUS || bytes[i] === PLUS) i++;
  if (bytes[i] === ZERO && i + 1 < end && isDigit(bytes[i + 1]!)) return true;
  if (end - i < 16) return false;
  const text = String.fromCharCode(...bytes.subarray(i, Math.min(end, i + 400))).trim();
  return /^\d+$/.test(text) && BigInt(text) !== BigInt(Number(text));
}

/** Whether a number is written as a whole one: digits, and perhaps a sign. */
export function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (!isDigit(byte) && byte !== MINUS && byte !== PLUS && byte > 0x20) return false;
  }
  return true;
}

function isDigit(byte: number): boolean {
  return (byte - ZERO) >>> 0 < 10;
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  if (NUMBER.test(text)) return Number(text);
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  return Number.NaN;
}
