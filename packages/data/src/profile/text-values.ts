import { isNumberText, textOf } from "../column/convert";
import { parseDate } from "../column/dates";
import type { Factors } from "../column/factorize";
import type { AnyColumn } from "../column/from-values";
import type { ValueCount, ValueProfile } from "./types";

const MOST_TOP = 10;

/** What people write where they know nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "",
  "?",
  "-",
  "--",
  "—",
  ".",
  "x",
  "na",
  "n/a",
  "n.a.",
  "nan",
  "nil",
  "none",
  "null",
  "missing",
  "unknown",
  "not available",
  "not known",
  "#n/a",
  "(blank)",
]);

/** What a profile tells of text, categories or truths; `factors` numbers the column's values. */
export function profileValues(column: AnyColumn, { codes, firstRows }: Factors): ValueProfile {
  const counts = new Float64Array(firstRows.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const values = Array.from(firstRows, (row, code) => ({
    value: textOf(column.cell(row)),
    count: counts[code]!,
  }));
  const isTruth = column.type === "boolean";
  return {
    // The sort is stable: equal counts stay in the order of first appearance.
    top: values.toSorted((a, b) => b.count - a.count).slice(0, MOST_TOP),
    once: values.filter(({ count }) => count === 1).length,
    length: lengths(values),
    numeric: rowsWhere(values, isNumberText),
    datelike: rowsWhere(values, (text) => !Number.isNaN(parseDate(text))),
    placeholders: isTruth ? [] : values.filter(({ value }) => isPlaceholder(value)),
    spellings: isTruth ? [] : spellings(values),
  };
}

/** Whether a text often stands for a missing value. */
function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(text.trim().toLowerCase());
}

function lengths(values: readonly ValueCount[]): ValueProfile["length"] {
  let [min, max, total, rows] = [Number.POSITIVE_INFINITY, 0, 0, 0];
  for (const { value, count } of values) {
    min = Math.min(min, value.length);
    max = Math.max(max, value.length);
    total += value.length * count;
    rows += count;
  }
  return rows === 0 ? { min: 0, mean: Number.NaN, max: 0 } : { min, mean: total / rows, max };
}

function rowsWhere(values: readonly ValueCount[], test: (text: string) => boolean): number {
  return values.reduce((sum, { value, count }) => sum + (test(value) ? count : 0), 0);
}

function spellings(values: readonly ValueCount[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { value } of values) {
    const key = value
      .toLowerCase()
      .replace(/[\s_-]+/g, " ")
      .trim();
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
