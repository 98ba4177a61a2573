import { CsvKind } from "@gradus/kernels";
import { DateColumn } from "../column/date-column";
import { parseDate } from "../column/dates";
import type { AnyColumn } from "../column/from-values";
import { endsField, MINUS, ZERO } from "./bytes";
import type { Chunk } from "./chunk";
import { ColumnBuilder, enlarged, Kind, type MissingWords, ODD } from "./column-builder";
import type { Field } from "./field";
import { fitted } from "./number-builder";

const DAY = 86_400_000;
const COLON = 0x3a;
const T = 0x54;
const BLANK = 0x20;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A column of dates in ISO 8601. */
export class DateBuilder extends ColumnBuilder {
  readonly kind = Kind.OTHER;
  readonly chunkKind = CsvKind.date;
  readonly type = "date";
  #times = new Float64Array(0);
  readonly #missing: MissingWords;

  constructor(missing: MissingWords) {
    super();
    this.#missing = missing;
  }

  grow(capacity: number): void {
    this.#times = enlarged(this.#times, capacity);
  }

  skip(nRows: number): void {
    this.#times.fill(Number.NaN, 0, nRows);
  }

  /** Reads 2024-01-31, or 2024-01-31 with a time to the second. */
  readFast(bytes: Uint8Array, start: number, row: number, delimiter: number): number {
    if (this.#missing.hasValues) return ODD;
    if (bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return ODD;
    const century = twoDigits(bytes, start);
    const years = twoDigits(bytes, start + 2);
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    const year = 100 * century + years;
    if ((century | years) < 0 || month < 1 || month > 12) return ODD;
    if (day < 1 || day > daysOf(year, month)) return ODD;
    const midnight = dayNumber(year, month, day) * DAY;
    const next = bytes[start + 10]!;
    if (endsField(next, delimiter)) {
      this.#times[row] = midnight;
      return start + 10;
    }
    if (next !== T && next !== BLANK) return ODD;
    const seconds = secondOfDay(bytes, start + 11);
    if (seconds < 0 || !endsField(bytes[start + 19]!, delimiter)) return ODD;
    this.#times[row] = midnight + 1000 * seconds;
    return start + 19;
  }

  accept(field: Field, row: number): boolean {
    const isMissing = this.#missing.hasValues && this.#missing.has(field);
    const time = isMissing ? Number.NaN : parseDate(field.text());
    if (Number.isNaN(time)) {
      if (!this.#missing.has(field)) return false;
      this.hasOddMissing ||= this.#missing.isOdd(field);
    }
    this.#times[row] = time;
    return true;
  }

  take(chunk: Chunk, c: number, row: number): void {
    this.#times.set(chunk.numbers(c), row);
  }

  finish(name: string, nRows: number): AnyColumn {
    return new DateColumn(name, fitted(this.#times, nRows));
  }
}

/** The number of two digits, −1 if they are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? 10 * tens + ones : -1;
}

function secondOfDay(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return -1;
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = twoDigits(bytes, at + 6);
  if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) return -1;
  return 3600 * hour + 60 * minute + second;
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : DAYS_OF_MONTH[month - 1]!;
}

/** Days since 1970-01-01, with years that begin in March, so that the leap day is the last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + dayOfYear - 719_468;
}
