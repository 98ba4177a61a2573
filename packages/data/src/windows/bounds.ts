import { checkInteger, ParameterError, ShapeError, ValueError } from "@gradus/core";
import type { DateColumn } from "../column/date-column";
import { parseFrequency } from "../time/frequency";
import type { Windows } from "./slide";

/** Which rows a window holds. */
export interface RollingOptions {
  /** With fewer values the result is missing. Default the window's number of rows; 1 for a window of time. */
  readonly minPeriods?: number;
  /** Whether a row stands in the middle of its window, not at its end. Default false. */
  readonly center?: boolean;
  /** The ascending dates of the rows, for a window of time such as "7D". */
  readonly on?: DateColumn;
}

/** The windows of `nRows` rows, and how many values each needs. @throws as `rolling` says. */
export function rollingWindows(
  where: string,
  nRows: number,
  window: number | string,
  { minPeriods, center = false, on }: RollingOptions,
): { readonly windows: Windows; readonly minPeriods: number } {
  if (typeof window === "string") {
    if (center)
      throw new ParameterError(`${where}: expected center false with a window of time, got true`);
    const windows = timeWindows(where, nRows, window, on);
    return { windows, minPeriods: checkInteger(where, "minPeriods", minPeriods ?? 1) };
  }
  checkInteger(where, "window", window, 1);
  const least = checkInteger(where, "minPeriods", minPeriods ?? window);
  if (least > window) {
    throw new ParameterError(`${where}: expected minPeriods <= window ${window}, got ${least}`);
  }
  const ahead = center ? (window - 1) >> 1 : 0;
  const bound = (row: number) => Math.min(nRows, Math.max(0, row));
  const ends = Int32Array.from({ length: nRows }, (_, i) => bound(i + 1 + ahead));
  const starts = Int32Array.from({ length: nRows }, (_, i) => bound(i + 1 + ahead - window));
  return { windows: { starts, ends }, minPeriods: least };
}

/** All rows up to each. */
export function expandingWindows(nRows: number): Windows {
  const ends = Int32Array.from({ length: nRows }, (_, i) => i + 1);
  return { starts: new Int32Array(nRows), ends };
}

/** The rows later than the window's length before each. */
function timeWindows(where: string, nRows: number, window: string, on?: DateColumn): Windows {
  const { unit, n, length } = parseFrequency(where, window);
  if (length === undefined) {
    throw new ParameterError(
      `${where}: expected a window of fixed length such as "7D", got "${n}${unit}"`,
    );
  }
  if (on?.type !== "date") {
    throw new ParameterError(`${where}: expected a column of dates in "on" for a window of time`);
  }
  if (on.length !== nRows) {
    throw new ShapeError(`${where}: expected ${nRows} dates, got ${on.length}`);
  }
  const times = on.values;
  const wrong = times.findIndex((time, i) => Number.isNaN(time) || time < times[i - 1]!);
  if (wrong >= 0) {
    throw new ValueError(
      `${where}: expected ascending dates without missing ones, got another at row ${wrong}`,
    );
  }
  let start = 0;
  const starts = Int32Array.from(times, (time) => {
    while (times[start]! <= time - length) start++;
    return start;
  });
  return { starts, ends: Int32Array.from(times, (_, i) => i + 1) };
}
