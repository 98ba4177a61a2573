import type { ColumnProfile, ProfileData } from "../types";
import { count, counted, momentRange, number, percent, quoted } from "../words";

/** The table in a sentence or two: its size, the types of its columns, what is missing and what comes twice. */
export function overview({ nRows, nColumns, columns, missing, duplicates }: ProfileData): string {
  const kinds = new Map<string, number>();
  for (const { type } of columns) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  const types = [...kinds].map(([type, n]) => `${n} ${type}`).join(", ");
  const holes =
    missing.cells === 0
      ? "No cell is missing"
      : `Missing: ${percent(missing.cells, nRows * nColumns)} of the cells; ${count(missing.completeRows)} of ${counted(nRows, "row")} are complete`;
  const repeats =
    duplicates.rows === 0
      ? "no row comes twice"
      : `${counted(duplicates.rows, "row")} ${duplicates.rows === 1 ? "repeats" : "repeat"} an earlier one`;
  const size = `${counted(nRows, "row")} × ${counted(nColumns, "column")}${types ? ` (${types})` : ""}`;
  return `${size}. ${holes}; ${repeats}.`;
}

/** A column in a line: where its values lie, and how many are missing. */
export function columnFacts(column: ColumnProfile): string {
  const { missing, count: present } = column;
  const holes = missing > 0 ? [`${percent(missing, missing + present)} missing`] : [];
  return [valueFacts(column), ...holes].join(" · ");
}

/** Where a column's values lie, in a few words. */
export function valueFacts({
  count: present,
  distinct,
  numbers,
  dates,
  values,
}: ColumnProfile): string {
  if (present === 0) return "no values";
  if (numbers) {
    return `${number(numbers.min)} … ${number(numbers.max)}, median ${number(numbers.median)}`;
  }
  if (dates) return momentRange(dates.min, dates.max).join(" … ");
  const [most] = values!.top;
  const top = `${quoted(most!.value)} ${percent(most!.count, present)}`;
  return distinct === 1 ? `always ${top}` : `${count(distinct)} different, ${top}`;
}
