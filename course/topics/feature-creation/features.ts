// The figures' features of a day, and what a straight line on them explains in 2015.
import { LinearRegression } from "@gradus/learn";
import { ASKED, FIRST, temperatures } from "./seattle";

const DAY = 864e5;

/** Share of the year that has passed, by the number of the day since the 1st of January 2012. */
export function shareOfYear(day: number): number {
  const date = new Date(FIRST + day * DAY);
  const year = date.getUTCFullYear();
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return (date.getTime() - start) / (end - start);
}

export function circle(share: number, times = 1): [number, number] {
  const angle = 2 * Math.PI * times * share;
  return [Math.cos(angle), Math.sin(angle)];
}

/** The mean of the days from `first` to `last`, counted from a day. */
export function windowMean(day: number, first: number, last: number): number {
  const values = temperatures.slice(Math.max(0, day + first), day + last + 1);
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Fits on the days before 2015 and scores on those of 2015, without some at either end. */
export function fitOn(features: (day: number) => number[], skip = 0, cut = 0) {
  const days = [...temperatures.keys()].slice(skip, temperatures.length - cut);
  const [learned, asked] = [days.filter((d) => d < ASKED), days.filter((d) => d >= ASKED)];
  const y = (rows: readonly number[]) => rows.map((d) => temperatures[d]!);
  const model = new LinearRegression().fit(learned.map(features), y(learned));
  return { model, r2: model.score(asked.map(features), y(asked)) };
}
