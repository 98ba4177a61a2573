import { textOf } from "../column/convert";
import type { AnyColumn } from "../column/from-values";
import { DEFAULT_MISSING } from "./missing";

/** How a table is written as CSV. */
export interface CSVWriteOptions {
  /** The character between fields. Default ",". */
  readonly delimiter?: string;
  /** What stands for a missing value. Default nothing. */
  readonly missing?: string;
}

/**
 * The columns as CSV text. Text that would read as a missing value is quoted, so that `parseCSV` with
 * the same types gives back the same table.
 */
export function writeCSV(
  columns: readonly AnyColumn[],
  nRows: number,
  { delimiter = ",", missing = "" }: CSVWriteOptions,
): string {
  const literal = new Set([...DEFAULT_MISSING, missing]);
  const write = (text: string) => (needsQuotes(text, delimiter) ? quote(text) : text);
  const cell = (column: AnyColumn, i: number) => {
    if (column.isMissing(i)) return missing;
    const value = column.cell(i);
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (typeof value !== "string") return textOf(value);
    return literal.has(value) ? quote(value) : write(value);
  };
  const lines = [columns.map((column) => write(column.name)).join(delimiter)];
  for (let i = 0; i < nRows; i++) {
    lines.push(columns.map((column) => cell(column, i)).join(delimiter));
  }
  return lines.map((line) => `${line}\n`).join("");
}

function needsQuotes(text: string, delimiter: string): boolean {
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
