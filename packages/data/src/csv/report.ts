import type { DataFrame } from "../frame/data-frame";
import type { ColumnType } from "../schema";
import type { BadLine } from "./options";

/** Why a column that was read from text has its type. */
export interface ColumnInference {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence: `line 7 has "ten", which is not a number`. */
  readonly reason: string;
  /** The line of the first value that no narrower type can hold, if there is one. */
  readonly line?: number;
  /** That value as it stands in the text. */
  readonly value?: string;
}

/** What there is to tell of a table that was read from text. */
export interface CSVReport {
  /** The character between the fields. */
  readonly delimiter: string;
  /** One entry a column, in order. */
  readonly inference: readonly ColumnInference[];
  /** The lines that were left out, by `onBadLine`. */
  readonly skipped: readonly BadLine[];
}

const reports = new WeakMap<object, CSVReport>();

/**
 * How a table was read from text: the delimiter, the type of each column and why it has it, and the lines
 * that were left out. Nothing for a table that was not read from text, or was made from one that was.
 *
 * @example
 * ```ts
 * const table = parseCSV("town,postcode,age\nAmes,02134,31\nBoone,50036,2.5\n");
 * csvReport(table)?.inference[1]?.reason; // → line 2 has "02134", which would lose digits as a number
 * csvReport(table)?.inference[2]?.reason; // → line 3 has "2.5", which is not whole
 * ```
 */
export function csvReport(table: DataFrame): CSVReport | undefined {
  return reports.get(table);
}

/** Remembers the report of a table. */
export function keepReport(table: DataFrame, report: CSVReport): void {
  reports.set(table, report);
}
