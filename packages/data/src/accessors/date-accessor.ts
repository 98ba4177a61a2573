import { ParameterError } from "@gradus/core";
import type { DateColumn } from "../column/date-column";
import type { IntegerColumn } from "../column/integer-column";
import { makeColumn } from "../column/make-column";
import type { StringColumn } from "../column/string-column";
import { type Frequency, parseFrequency } from "../time/frequency";
import { formatDate } from "./format-date";

const DAY = 86_400_000;

/** A length of time to add to dates; months and years keep the day, or take the month's last one. */
export interface DateOffset {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/**
 * The parts of every date of a column, in UTC: `sold.dt.month`. What is missing stays missing.
 *
 * @example
 * ```ts
 * const sold = new DateColumn("sold", Float64Array.of(Date.UTC(2024, 1, 29, 13, 45)));
 * sold.dt.dayOfWeek.toArray(); // → [3]
 * sold.dt.floor("h").dt.format("%d %b %Y, %H:%M").at(0); // → 29 Feb 2024, 13:00
 * sold.dt.add({ years: 1 }).dt.format("%Y-%m-%d").at(0); // → 2025-02-28
 * ```
 */
export class DateAccessor {
  readonly #name: string;
  readonly #times: Float64Array;

  /** @internal use `column.dt` */
  constructor(name: string, times: Float64Array) {
    this.#name = name;
    this.#times = times;
  }

  get year(): IntegerColumn {
    return this.#part((date) => date.getUTCFullYear());
  }
  /** From 1 to 12. */
  get month(): IntegerColumn {
    return this.#part((date) => date.getUTCMonth() + 1);
  }
  /** The day of the month, from 1. */
  get day(): IntegerColumn {
    return this.#part((date) => date.getUTCDate());
  }
  get hour(): IntegerColumn {
    return this.#part((date) => date.getUTCHours());
  }
  get minute(): IntegerColumn {
    return this.#part((date) => date.getUTCMinutes());
  }
  get second(): IntegerColumn {
    return this.#part((date) => date.getUTCSeconds());
  }
  /** From 0 for Monday to 6 for Sunday, as in Python. */
  get dayOfWeek(): IntegerColumn {
    return this.#part((date) => (date.getUTCDay() + 6) % 7);
  }
  /** From 1 for the first of January. */
  get dayOfYear(): IntegerColumn {
    return this.#part(dayOfYear);
  }
  /** From 1 to 4. */
  get quarter(): IntegerColumn {
    return this.#part((date) => Math.floor(date.getUTCMonth() / 3) + 1);
  }
  /** The week of ISO 8601, from 1 to 53: weeks begin on Monday, and the first has the year's first Thursday. */
  get weekOfYear(): IntegerColumn {
    return this.#part((date) => {
      const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
      return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
    });
  }

  /** The last multiple of a frequency such as "h" or "15min" that is not after each date. @throws ParameterError for one without a fixed length. */
  floor(frequency: Frequency): DateColumn {
    return this.#toMultiples("dt.floor", frequency, Math.floor);
  }

  /** The first multiple of a frequency that is not before each date. @throws ParameterError for one without a fixed length. */
  ceil(frequency: Frequency): DateColumn {
    return this.#toMultiples("dt.ceil", frequency, Math.ceil);
  }

  /** The nearest multiple of a frequency; from the middle, the even one. @throws ParameterError for one without a fixed length. */
  round(frequency: Frequency): DateColumn {
    return this.#toMultiples("dt.round", frequency, (x) => {
      const below = Math.floor(x);
      return x - below === 0.5 ? 2 * Math.round(x / 2) : Math.round(x);
    });
  }

  /**
   * The dates as text by a format of strftime, names in English: %Y %y %m %d %H %I %M %S %f %p %j %a %A
   * %b %B %u %w %V %G %%.
   *
   * @throws ParameterError for another letter after %.
   */
  format(format: string): StringColumn {
    const texts = Array.from(this.#times, (time) =>
      Number.isNaN(time) ? null : formatDate(new Date(time), format),
    );
    return makeColumn.string(this.#name, texts);
  }

  /** The dates later by an offset, or earlier by a negative one. @throws ParameterError unless its numbers are finite, and those of months and years whole. */
  add(offset: DateOffset): DateColumn {
    const { years = 0, months = 0, weeks = 0, days = 0, hours = 0 } = offset;
    const { minutes = 0, seconds = 0, milliseconds = 0 } = offset;
    const nMonths = 12 * years + months;
    const length =
      (7 * weeks + days) * DAY +
      hours * 3_600_000 +
      minutes * 60_000 +
      seconds * 1000 +
      milliseconds;
    if (!Number.isSafeInteger(nMonths) || !Number.isFinite(length)) {
      throw new ParameterError(
        `dt.add: expected finite numbers, and whole months and years, got ${JSON.stringify(offset)}`,
      );
    }
    const later = (time: number) => (nMonths === 0 ? time : addMonths(time, nMonths)) + length;
    return makeColumn.date(this.#name, this.#times.map(later));
  }

  #part(of: (date: Date) => number): IntegerColumn {
    const parts = this.#times.map((time) => (Number.isNaN(time) ? time : of(new Date(time))));
    return makeColumn.integer(this.#name, parts);
  }

  #toMultiples(where: string, frequency: Frequency, round: (x: number) => number): DateColumn {
    const { length } = parseFrequency(where, frequency);
    if (length === undefined) {
      throw new ParameterError(
        `${where}: expected a frequency of fixed length such as "h", got "${frequency}"`,
      );
    }
    return makeColumn.date(
      this.#name,
      this.#times.map((time) => round(time / length) * length),
    );
  }
}

function dayOfYear(date: Date): number {
  const start = new Date(date);
  start.setUTCMonth(0, 1);
  return Math.round((date.getTime() - start.getTime()) / DAY) + 1;
}

function addMonths(time: number, months: number): number {
  if (Number.isNaN(time)) return time;
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return date.setUTCDate(Math.min(day, last.getUTCDate()));
}
