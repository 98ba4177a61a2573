import { CsvKind } from "@gradus/kernels";
import type { AnyColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import { DOT, endsField, MINUS, ZERO } from "./bytes";
import type { Chunk } from "./chunk";
import { ColumnBuilder, enlarged, Kind, type MissingWords, ODD } from "./column-builder";
import type { Field } from "./field";
import { divideByPower, isWhole, losesAsNumber, POWERS_OF_TEN, parseNumber } from "./number";

/** Why a column that began as whole numbers holds others. */
export interface FirstFraction {
  readonly line: number;
  readonly text: string;
}

/** A column of numbers, whole ones as long as there is no other. */
export class NumberBuilder extends ColumnBuilder {
  readonly kind = Kind.NUMBER;
  values = new Float64Array(0);
  /** Whether every value so far is whole, and whether it has to be. */
  isWhole: boolean;
  firstFraction: FirstFraction | undefined;
  readonly #given: "number" | "integer" | undefined;
  readonly #missing: MissingWords;

  constructor(missing: MissingWords, given?: "number" | "integer", wholeNumbers = true) {
    super();
    this.#missing = missing;
    this.#given = given;
    this.isWhole = given !== "number" && wholeNumbers;
  }

  get chunkKind(): CsvKind {
    return this.isWhole ? CsvKind.whole : CsvKind.number;
  }

  get type(): "number" | "integer" {
    return this.isWhole ? "integer" : "number";
  }

  grow(capacity: number): void {
    this.values = enlarged(this.values, capacity);
  }

  skip(nRows: number): void {
    this.values.fill(Number.NaN, 0, nRows);
  }

  /**
   * Reads a number of at most 18 digits, nine of them before the point, without quotes, blanks, exponent or
   * leading zeros.
   *
   * Up to nine digits at a time are gathered in an int32, which is faster than in a double.
   *
   * @returns the place after it, or ODD
   */
  readFast(bytes: Uint8Array, start: number, row: number, delimiter: number): number {
    if (this.#missing.hasValues) return ODD;
    let i = start;
    let byte = bytes[i]!;
    const isNegative = byte === MINUS;
    if (isNegative) byte = bytes[++i]!;
    const begin = i;
    let part = 0;
    let digit = byte - ZERO;
    if (digit === 0) {
      // A zero before the point adds no digit; before another digit it marks a code.
      digit = bytes[++i]! - ZERO;
      if (digit >>> 0 < 10) return ODD;
    }
    const whole = i;
    while (digit >>> 0 < 10) {
      part = (Math.imul(part, 10) + digit) | 0;
      digit = bytes[++i]! - ZERO;
    }
    let nDigits = i - whole;
    let first = 0; // the first digits, when there are more than nine
    let nPart = 0; // and the number of those after them
    let decimals = 0;
    if (nDigits > 9) return ODD;
    if (digit === DOT - ZERO) {
      if (this.isWhole) return ODD;
      const dot = i++;
      const ninth = i + 9 - nDigits;
      digit = bytes[i]! - ZERO;
      while (digit >>> 0 < 10 && i < ninth) {
        part = (Math.imul(part, 10) + digit) | 0;
        digit = bytes[++i]! - ZERO;
      }
      if (digit >>> 0 < 10) {
        first = part;
        part = 0;
        while (digit >>> 0 < 10) {
          part = (Math.imul(part, 10) + digit) | 0;
          digit = bytes[++i]! - ZERO;
        }
        nPart = i - ninth;
      }
      decimals = i - dot - 1;
      nDigits += decimals;
    }
    if (nDigits > 18 || !endsField(digit + ZERO, delimiter)) return ODD;
    if (nDigits === 0 && whole === begin) {
      if (i !== start) return ODD;
      this.values[row] = Number.NaN;
      return i;
    }
    let value = part;
    if (nDigits > 15) {
      // first · 10ᵏ is first · 5ᵏ · 2ᵏ with k <= 9, and first · 5ᵏ < 2⁵¹: exact.
      const scaled = first * POWERS_OF_TEN[nPart]!;
      const high = scaled + part;
      value = divideByPower(high, part - (high - scaled), decimals);
      if (Number.isNaN(value)) return ODD;
    } else {
      if (nPart > 0) value = first * POWERS_OF_TEN[nPart]! + part;
      if (decimals > 0) value /= POWERS_OF_TEN[decimals]!;
    }
    this.values[row] = isNegative ? -value : value;
    return i;
  }

  accept(field: Field, row: number): boolean {
    const { bytes, start, end } = field;
    const isMissing = this.#missing.hasValues && this.#missing.has(field);
    const value = isMissing ? Number.NaN : parseNumber(bytes, start, end);
    this.values[row] = value;
    if (Number.isNaN(value)) {
      if (!this.#missing.has(field)) return false;
      this.hasOddMissing ||= start !== end && this.#missing.isOdd(field);
      return true;
    }
    if (this.#given === "integer") return Number.isSafeInteger(value);
    if (this.#given === undefined && losesAsNumber(bytes, start, end)) return false;
    if (this.isWhole && !(isWhole(bytes, start, end) && Number.isSafeInteger(value))) {
      this.isWhole = false;
      this.firstFraction = { line: field.line, text: field.text() };
    }
    return true;
  }

  take(chunk: Chunk, c: number, row: number): void {
    this.values.set(chunk.numbers(c), row);
  }

  finish(name: string, nRows: number): AnyColumn {
    const values = fitted(this.values, nRows);
    return this.isWhole ? new IntegerColumn(name, values) : new NumberColumn(name, values);
  }
}

/** The first values, in a buffer of their own if much room is left over. */
export function fitted<T extends Float64Array | Int32Array | Uint8Array>(
  values: T,
  nRows: number,
): T {
  const isTight = values.length <= nRows * 1.125 + 64;
  return (isTight ? values.subarray(0, nRows) : values.slice(0, nRows)) as T;
}
