import { ParameterError } from "@gradus/core";

const SECOND = 1000;
const DAY = 86_400_000;

const LENGTHS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND,
  min: 60 * SECOND,
  h: 3600 * SECOND,
  D: DAY,
};
const MONTHS: Readonly<Record<string, readonly [months: number, isEnd: boolean]>> = {
  MS: [1, false],
  ME: [1, true],
  QS: [3, false],
  QE: [3, true],
  YS: [12, false],
  YE: [12, true],
};

/**
 * A frequency as pandas names it: a number and "ms", "s", "min", "h", "D" (days), "W" (weeks that end on
 * Sunday), "MS" and "ME" (months, named by their first or last day), "QS", "QE" (quarters), "YS" or "YE" (years).
 */
export type Frequency = string;

/** A frequency taken apart. */
export interface ParsedFrequency {
  readonly unit: string;
  readonly n: number;
  /** Milliseconds, of those frequencies that always last equally long. */
  readonly length?: number;
  /** The points in time of the others. */
  readonly calendar?: Calendar;
}

/** Numbered points in time: the first days of months, or Sundays. */
export interface Calendar {
  /** Whether a point is the last day of its period, which then contains that day. */
  readonly isEnd: boolean;
  at(index: number): number;
  /** The last point not after the time. */
  before(time: number): number;
}

/** @throws ParameterError for a text that names no frequency. */
export function parseFrequency(where: string, frequency: Frequency): ParsedFrequency {
  const [, count, unit] = /^(\d*)(ms|s|min|h|D|W|MS|ME|QS|QE|YS|YE)$/.exec(frequency) ?? [];
  const n = count ? Number(count) : 1;
  if (unit === undefined || n < 1) {
    throw new ParameterError(
      `${where}: expected a frequency such as "15min", "D", "W", "MS", "QE" or "YE", got ${JSON.stringify(frequency)}`,
    );
  }
  if (unit in LENGTHS) return { unit, n, length: n * LENGTHS[unit]! };
  return { unit, n, calendar: unit === "W" ? WEEKS : months(...MONTHS[unit]!) };
}

const FIRST_SUNDAY = 3 * DAY; // 4 January 1970

const WEEKS: Calendar = {
  isEnd: true,
  at: (index) => FIRST_SUNDAY + 7 * DAY * index,
  before: (time) => Math.floor((time - FIRST_SUNDAY) / (7 * DAY)),
};

function months(step: number, isEnd: boolean): Calendar {
  const at = (index: number) => {
    const next = monthStart(index * step + (isEnd ? step : 0));
    return isEnd ? next - DAY : next;
  };
  const before = (time: number) => {
    const date = new Date(time);
    const month = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
    const index = Math.floor(month / step);
    return at(index) <= time ? index : index - 1;
  };
  return { isEnd, at, before };
}

/** The first moment of a month, counted from January 1970. */
function monthStart(month: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(1970 + Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
}
