import { checkInteger, ParameterError } from "@gradus/core";
import { DateColumn } from "../column/date-column";
import { parseDate } from "../column/dates";
import { type Frequency, parseFrequency } from "./frequency";

/** From when to when, or how many. */
export interface DateRangeOptions {
  readonly start: Date | string;
  /** The last moment there may be; or `periods` says how many there are. */
  readonly end?: Date | string;
  readonly periods?: number;
  /** Default "D". */
  readonly frequency?: Frequency;
  /** The column's name. Default "date". */
  readonly name?: string;
}

/**
 * Moments at equal distances, or the first or last days of months, quarters and years, as a column.
 *
 * @throws ParameterError for a date or a frequency that is none, or unless one of `end` and `periods` is given.
 * @example
 * ```ts
 * const ends = dateRange({ start: "2024-01-15", periods: 2, frequency: "ME" });
 * ends.toArray().map((date) => date?.toISOString().slice(0, 10)); // → ["2024-01-31", "2024-02-29"]
 * ```
 */
export function dateRange(options: DateRangeOptions): DateColumn {
  const where = "dateRange";
  const { periods, frequency = "D", name = "date" } = options;
  const start = momentOf(where, "start", options.start);
  const { n, length, calendar } = parseFrequency(where, frequency);
  if ((options.end === undefined) === (periods === undefined)) {
    throw new ParameterError(`${where}: expected one of end and periods`);
  }
  const most = periods === undefined ? Infinity : checkInteger(where, "periods", periods);
  const end = options.end === undefined ? Infinity : momentOf(where, "end", options.end);
  const first = calendar ? firstFrom(calendar.before(start), calendar.at, start) : 0;
  const at = (k: number) => (calendar ? calendar.at(first + k * n) : start + k * length!);
  const times: number[] = [];
  for (let k = 0; k < most && at(k) <= end; k++) times.push(at(k));
  return new DateColumn(name, Float64Array.from(times));
}

function firstFrom(index: number, at: (index: number) => number, start: number): number {
  return at(index) < start ? index + 1 : index;
}

/** @throws ParameterError for a text or a Date that is no moment. */
export function momentOf(where: string, option: string, given: Date | string): number {
  const time = typeof given === "string" ? parseDate(given) : given.getTime();
  if (!Number.isNaN(time)) return time;
  throw new ParameterError(
    `${where}: ${option} must be a date such as 2024-01-31, got ${String(given)}`,
  );
}
