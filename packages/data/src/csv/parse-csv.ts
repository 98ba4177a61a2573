import { checkOneOf, ParameterError } from "@gradus/core";
import { DataFrame } from "../frame/data-frame";
import { unknownColumn } from "../frame/unknown-column";
import { COLUMN_TYPES, type ColumnType, type Schema } from "../schema";
import { readColumn } from "./columns";
import { DEFAULT_MISSING } from "./missing";
import { type CSVText, errorAt, type FieldTable, scanFields } from "./scan";
import { fieldReader } from "./strings";

/** How a CSV text is to be read. */
export interface CSVOptions<T extends Schema = Schema> {
  /** The character between fields. Default ",". */
  readonly delimiter?: string;
  /** The names of the columns of a text without a header line. */
  readonly names?: readonly string[];
  /** Types of columns that are known; the others are found from the values. */
  readonly types?: T;
  /** Unquoted fields that stand for a missing value. Default "", NA, N/A, NaN, nan, null, NULL. */
  readonly missing?: readonly string[];
  /** What errors call the text: a file's name. */
  readonly source?: string;
}

/** The table of a text of which the types of some columns are known. */
export type ReadSchema<T extends Schema> = string extends keyof T ? Schema : T & Schema;

/**
 * Reads CSV text (RFC 4180) into a table.
 *
 * The first line names the columns. Fields may be quoted, and a quoted field may hold delimiters,
 * line ends and doubled quotes; a byte-order mark is skipped; lines end with LF, CRLF or CR. A
 * column is read as numbers if all its values are numbers, as booleans if all are true or false,
 * and else as text. Whole numbers with leading zeros or too long for a double stay text.
 *
 * Nothing is dropped silently: what does not fit is an error with its line and column.
 *
 * @throws ParseError for an empty text, an empty or repeated column name, a row with more or fewer
 *   fields than the first, an unclosed quote, or a value that is not of the type asked for.
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
  return parseCSVBytes(new TextEncoder().encode(text), options);
}

/** `parseCSV` for a text's bytes in UTF-8. @internal */
export function parseCSVBytes<const T extends Schema = Schema>(
  bytes: Uint8Array,
  options: CSVOptions<T>,
): DataFrame<ReadSchema<T>> {
  const { delimiter = ",", missing = DEFAULT_MISSING, names, source } = options;
  const types: Schema = options.types ?? {};
  const text: CSVText = { bytes, delimiter: checkDelimiter(delimiter), source };
  const fields = scanFields(text, byteOrderMark(text));
  if (fields.nRows === 0) throw errorAt(text, 0, "expected a header line, got an empty text");
  const read = fieldReader(text, fields);
  const header = names
    ? givenNames(text, fields, names)
    : Array.from({ length: fields.nColumns }, (_, k) => {
        const isQuoted = fields.spans[2 * k + 1]! < 0;
        return isQuoted ? read(k) : read(k).trim();
      });
  checkHeader(text, names ? undefined : fields, header);
  checkTypes(types, header);
  const scanned = { text, fields, read, firstRow: names ? 0 : 1, missing: new Set(missing) };
  const columns = header.map((name, index) =>
    readColumn(scanned, {
      name,
      index,
      type: Object.hasOwn(types, name) ? types[name] : undefined,
    }),
  );
  return DataFrame.fromColumns(columns) as unknown as DataFrame<ReadSchema<T>>;
}

function checkDelimiter(delimiter: string): number {
  const code = delimiter.length === 1 ? delimiter.charCodeAt(0) : 0;
  const usable = code > 0 && code < 128 && !'"\r\n'.includes(delimiter);
  if (!usable) {
    throw new ParameterError(
      `parseCSV: delimiter must be one ASCII character other than a quote or a line end, got ${JSON.stringify(delimiter)}`,
    );
  }
  return code;
}

/** How many bytes the mark at the start takes. @throws ParseError for UTF-16. */
function byteOrderMark(text: CSVText): number {
  const [a, b, c] = text.bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw errorAt(
      text,
      0,
      'expected text in UTF-8, got UTF-16; say encoding: "utf-16le" or save it as UTF-8',
    );
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

function givenNames(
  text: CSVText,
  fields: FieldTable,
  names: readonly string[],
): readonly string[] {
  if (names.length === fields.nColumns) return names;
  throw errorAt(
    text,
    0,
    `expected ${names.length} fields in the row, as many as names, got ${fields.nColumns}`,
  );
}

function checkHeader(text: CSVText, fields: FieldTable | undefined, header: readonly string[]) {
  const seen = new Map<string, number>();
  header.forEach((name, k) => {
    const offset = fields ? fields.spans[2 * k]! : 0;
    const first = seen.get(name);
    if (name === "") {
      throw errorAt(text, offset, `expected a name for column ${k + 1} in the header, got none`);
    }
    if (first !== undefined) {
      throw errorAt(
        text,
        offset,
        `expected different names in the header, got ${JSON.stringify(name)} for columns ${first + 1} and ${k + 1}`,
      );
    }
    seen.set(name, k);
  });
}

function checkTypes(types: Schema, header: readonly string[]): void {
  for (const [name, type] of Object.entries(types)) {
    if (!header.includes(name)) throw unknownColumn("parseCSV: types", name, header);
    checkOneOf<ColumnType>("parseCSV", `types.${name}`, type, COLUMN_TYPES);
  }
}
