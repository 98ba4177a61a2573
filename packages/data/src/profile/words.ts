import { dateText } from "../column/dates";

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
// Four digits stay together, so that a year reads as one.
const LARGE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0, useGrouping: "min2" });
const SHORT = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
const DAY = 86_400_000;

/** A count with commas: 10,000. */
export function count(n: number): string {
  return WHOLE.format(n);
}

/** "1 row", "2,930 rows". */
export function counted(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? "" : "s"}`;
}

/** A number for a reader: all its whole digits, or four that count. */
export function number(x: number): string {
  if (Number.isNaN(x)) return "none";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const size = Math.abs(x);
  if (size !== 0 && (size < 1e-3 || size >= 1e12)) {
    return x.toExponential(2).replaceAll("-", "−").replace("e+", "e");
  }
  return (size >= 1000 ? LARGE : SHORT).format(x).replace("-", "−");
}

/** A moment: the date, with the time only where it is not midnight. */
export function moment(date: Date | null): string {
  if (date === null) return "none";
  return dateText(Math.trunc(+date / 1000) * 1000);
}

/** The dates at the ends of a range, without times where it is longer than three days. */
export function momentRange(from: Date | null, to: Date | null): readonly [string, string] {
  if (!from || !to || +to - +from < 3 * DAY) return [moment(from), moment(to)];
  return [moment(from).slice(0, 10), moment(to).slice(0, 10)];
}

/** A share in per cent, never rounded to nothing or to all. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return "0 %";
  const share = (100 * part) / whole;
  if (share < 0.1) return "under 0.1 %";
  if (share >= 99.95) return part === whole ? "100 %" : "over 99.9 %";
  return `${share < 10 || share > 99 ? share.toFixed(1) : Math.round(share)} %`;
}

/** A correlation to two digits, with a true minus sign. */
export function correlation(r: number): string {
  return Number.isNaN(r) ? "–" : r.toFixed(2).replace("-", "−");
}

/** Names in quotation marks: "a", "b" and "c"; after `most` of them how many more there are. */
export function list(names: readonly string[], most = 6): string {
  const quoted = names.slice(0, most).map((name) => `"${name}"`);
  if (names.length > most) quoted.push(`${count(names.length - most)} more`);
  if (quoted.length < 2) return quoted.join("");
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

/** A value in quotation marks, cut where it is long; an empty one by name. */
export function quoted(value: string): string {
  if (value === "") return "the empty text";
  return `"${shortened(value, 40)}"`;
}

/** A text cut to so many characters. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
