import type { DataFrame } from "../frame/data-frame";
import type { Schema } from "../schema";
import type { CSVOptions } from "./options";
import { readText } from "./read-text";
import { bytesSource } from "./text-source";

/** The table of a text of which the types of some columns are known. */
export type ReadSchema<T extends Schema> = string extends keyof T ? Schema : T & Schema;

/**
 * Reads CSV text (RFC 4180) into a table.
 *
 * The first line names the columns. Fields may be quoted, and a quoted field may hold delimiters,
 * line ends and doubled quotes; a byte-order mark is skipped; lines end with LF, CRLF or CR.
 *
 * A column whose type is not given is read as integers if all its values are whole numbers, as numbers if
 * all are numbers, as booleans if all are true or false, as dates if all are dates in ISO 8601, and else
 * as text. Whole numbers with leading zeros or too long for a double stay text. `csvReport(table)`
 * tells why each column has its type.
 *
 * Nothing is dropped silently: what does not fit is an error with its line and column, or, with
 * `onBadLine`, a line that is reported.
 *
 * @throws ParseError for an empty text, an empty or repeated column name, a row with more or fewer
 *   fields than the first, an unclosed quote, text after a closing one, bytes that are not UTF-8, or a
 *   value that is not of the type asked for.
 * @throws ParameterError for a delimiter that cannot be one, or a type for a column that is not there.
 * @example
 * ```ts
 * const table = parseCSV('town,price\nAmes,215000\n"Story City",NA\n');
 * table.column("price").missingCount; // → 1
 * ```
 * @roadmap DAT-007
 */
export function parseCSV<const T extends Schema = Schema>(
  text: string,
  options: CSVOptions<T> = {},
): DataFrame<ReadSchema<T>> {
  return parseCSVBytes("parseCSV", new TextEncoder().encode(text), options);
}

/** `parseCSV` for a text's bytes in UTF-8. @internal */
export function parseCSVBytes<const T extends Schema = Schema>(
  where: string,
  bytes: Uint8Array,
  options: CSVOptions<T>,
): DataFrame<ReadSchema<T>> {
  const table = readText(where, options as CSVOptions, bytesSource(bytes));
  return table as unknown as DataFrame<ReadSchema<T>>;
}
