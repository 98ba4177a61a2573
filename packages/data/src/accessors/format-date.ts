import { ParameterError } from "@gradus/core";

const DAY = 86_400_000;
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const PARTS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => digits(date.getUTCFullYear(), 4),
  y: (date) => digits(date.getUTCFullYear() % 100, 2),
  m: (date) => digits(date.getUTCMonth() + 1, 2),
  d: (date) => digits(date.getUTCDate(), 2),
  H: (date) => digits(date.getUTCHours(), 2),
  I: (date) => digits(((date.getUTCHours() + 11) % 12) + 1, 2),
  M: (date) => digits(date.getUTCMinutes(), 2),
  S: (date) => digits(date.getUTCSeconds(), 2),
  f: (date) => digits(date.getUTCMilliseconds() * 1000, 6),
  p: (date) => (date.getUTCHours() < 12 ? "AM" : "PM"),
  j: (date) => digits(daysSinceNewYear(date) + 1, 3),
  a: (date) => DAYS[date.getUTCDay()]!.slice(0, 3),
  A: (date) => DAYS[date.getUTCDay()]!,
  b: (date) => MONTHS[date.getUTCMonth()]!.slice(0, 3),
  B: (date) => MONTHS[date.getUTCMonth()]!,
  u: (date) => String(date.getUTCDay() || 7),
  w: (date) => String(date.getUTCDay()),
  V: (date) => digits(Math.floor(daysSinceNewYear(thursdayOf(date)) / 7) + 1, 2),
  G: (date) => digits(thursdayOf(date).getUTCFullYear(), 4),
  "%": () => "%",
};

/** A date by a format of strftime. @throws ParameterError for a letter that stands for nothing. */
export function formatDate(date: Date, format: string): string {
  return format.replace(/%(.?)/gs, (all, letter: string) => {
    const part = PARTS[letter];
    if (part) return part(date);
    throw new ParameterError(
      `dt.format: expected one of ${Object.keys(PARTS).join(" ")} after %, got ${JSON.stringify(all)}`,
    );
  });
}

function daysSinceNewYear(date: Date): number {
  const start = new Date(date);
  start.setUTCMonth(0, 1);
  return Math.round((date.getTime() - start.getTime()) / DAY);
}

/** The Thursday of the date's week, whose year is the week's. */
function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
