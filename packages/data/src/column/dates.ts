const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY = 86_400_000;

/**
 * The moment that a text in ISO 8601 says, in milliseconds since 1970, NaN if it says none: a date, or
 * a date and a time to the minute, second or fraction, with a blank or a T between them. Without a
 * zone it is taken for UTC, whatever the machine's zone is.
 */
export function parseDate(text: string): number {
  const found = ISO.exec(text.trim());
  if (!found) return Number.NaN;
  const [year, month, day, hour, minute, second] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month! < 1 || month! > 12 || day! < 1 || day! > daysOf(year!, month!)) return Number.NaN;
  if (hour! > 23 || minute! > 59 || second! > 59) return Number.NaN;
  const time = Date.UTC(2000, month! - 1, day!, hour, minute, second);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999, hence by way of 2000.
  const date = new Date(time);
  date.setUTCFullYear(year!, month! - 1, day!);
  const milliseconds = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
  return date.getTime() + milliseconds - offsetOf(found[8]);
}

/** A moment as ISO text: the date alone at midnight in UTC, else with the time as exact as it needs to be. */
export function dateText(time: number): string {
  const text = new Date(time).toISOString();
  const tail = text.slice(text.indexOf("T", 8));
  const head = text.slice(0, -tail.length);
  if (time % DAY === 0) return head;
  return `${head} ${tail.slice(1, -1).replace(/\.000$/, "")}`;
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith("-") ? -1 : 1) * (60 * hours + minutes) * 60_000;
}
