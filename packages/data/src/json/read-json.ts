import { type ByteSource, openBytes, ParseError } from "@gradus/core";
import { convertColumn } from "../column/convert";
import { type AnyColumn, columnFromValues } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { DataFrame } from "../frame/data-frame";
import { unknownColumn } from "../frame/unknown-column";
import { type Cell, isMissingCell, type Schema } from "../schema";
import { jsonError } from "./json-error";

/** How JSON is to be read. */
export interface JSONOptions {
  /** Types that columns are to be given, such as "date" for text in ISO 8601. */
  readonly types?: Schema;
  /** What errors call the text: a file's name. */
  readonly source?: string;
}

type Json = Cell | undefined;

/**
 * Reads JSON text into a table: an array of row objects, an object of columns (each an array, or an object by
 * row as pandas writes it), or `{ columns, data }` with rows as arrays.
 *
 * Numbers that are all whole become integers; null is a missing value, and so is a name that a row lacks.
 *
 * @throws ParseError with its line and column for text that is no JSON; and for JSON that is no table, or has
 *   an array or object in place of a value, naming the row.
 * @throws DTypeError for a column that mixes types; ParameterError for a type of a column that is not there.
 * @example
 * ```ts
 * const table = parseJSON('[{"town": "Ames", "n": 2}, {"town": "Boone"}]');
 * table.column("n").toArray(); // → [2, NaN]
 * ```
 */
export function parseJSON(text: string, options: JSONOptions = {}): DataFrame {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw jsonError(text, error, { source: options.source, line: 1 });
  }
  const columns = columnsOf(json);
  if (columns === undefined) {
    throw new ParseError(
      "expected an array of rows, an object of columns or { columns, data }, got other JSON",
      { source: options.source, line: 1, column: 1 },
    );
  }
  return tableOf("parseJSON", columns, options);
}

/**
 * Reads a JSON file into a table; see `parseJSON`.
 *
 * @param source the path of a file or its URL, a URL, a File or Blob, bytes, or a stream of bytes; gzip is
 *   unpacked
 * @throws as `parseJSON`; ValueError if the file cannot be read.
 * @example
 * ```ts
 * const table = await readJSON(new Blob(['{"n": [1, 2], "day": ["2024-01-31", null]}']), {
 *   types: { day: "date" },
 * });
 * table.types; // → { n: "integer", day: "date" }
 * ```
 */
export async function readJSON(source: ByteSource, options: JSONOptions = {}): Promise<DataFrame> {
  const { bytes, name } = await openBytes("readJSON", source);
  const named = { ...(name === undefined ? {} : { source: name }), ...options };
  return parseJSON(decode(bytes, named.source), named);
}

/** The text of bytes in UTF-8. @throws ParseError for other bytes. */
export function decode(bytes: Uint8Array, source: string | undefined): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ParseError("expected text in UTF-8, got other bytes", { source, line: 1, column: 1 });
  }
}

/** A table from columns of JSON values. */
export function tableOf(
  where: string,
  columns: ReadonlyMap<string, readonly unknown[]>,
  { types = {}, source }: JSONOptions,
): DataFrame {
  for (const name of Object.keys(types)) {
    if (!columns.has(name)) throw unknownColumn(`${where}: types`, name, [...columns.keys()]);
  }
  const made = Array.from(columns, ([name, values]) => {
    const nested = values.findIndex((value) => typeof value === "object" && value !== null);
    if (nested >= 0) {
      throw new ParseError(
        `expected a number, text, true, false or null in column "${name}", got ${JSON.stringify(values[nested]).slice(0, 60)} in row ${nested}`,
        { source, line: 1, column: 1 },
      );
    }
    const column = withIntegers(columnFromValues(where, name, values as readonly Json[]));
    return Object.hasOwn(types, name) ? convertColumn(where, column, types[name]!) : column;
  });
  return DataFrame.fromColumns(made);
}

/** The columns of row objects, in the order in which their names first come. */
export function columnsOfRows(rows: readonly object[]): Map<string, unknown[]> {
  const columns = new Map<string, unknown[]>();
  rows.forEach((row, i) => {
    for (const [name, value] of Object.entries(row)) {
      let values = columns.get(name);
      if (!values) {
        values = new Array(rows.length).fill(null);
        columns.set(name, values);
      }
      values[i] = value;
    }
  });
  return columns;
}

function columnsOf(json: unknown): ReadonlyMap<string, readonly unknown[]> | undefined {
  if (Array.isArray(json)) return json.every(isRecord) ? columnsOfRows(json) : undefined;
  if (!isRecord(json)) return undefined;
  const { columns, data } = json;
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray)) {
    return new Map(columns.map((name, k) => [String(name), data.map((row) => row[k])]));
  }
  const entries = Object.entries(json);
  if (entries.every(([, values]) => Array.isArray(values))) {
    return new Map(entries as [string, unknown[]][]);
  }
  if (!entries.every(([, values]) => isRecord(values))) return undefined;
  const rows = [...new Set(entries.flatMap(([, values]) => Object.keys(values as object)))];
  return new Map(
    entries.map(([name, values]) => [
      name,
      rows.map((row) => (values as Record<string, unknown>)[row]),
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withIntegers(column: AnyColumn): AnyColumn {
  if (column.type !== "number") return column;
  const { values } = column;
  const isWhole = values.every((value) => isMissingCell(value) || Number.isSafeInteger(value));
  return isWhole && column.missingCount < values.length
    ? new IntegerColumn(column.name, values)
    : column;
}
