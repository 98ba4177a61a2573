import { type ByteSource, checkOneOf, openBytes, ParseError } from "@gradus/core";
import type { BadLine } from "../csv/options";
import { keepReport } from "../csv/report";
import type { DataFrame } from "../frame/data-frame";
import { jsonError } from "./json-error";
import { columnsOfRows, decode, type JSONOptions, tableOf } from "./read-json";

/** How JSON lines are to be read. */
export interface JSONLinesOptions extends JSONOptions {
  /**
   * What to do with a line that is no JSON object: "error" (the default) throws, a function leaves the line out
   * and is given it.
   */
  readonly onBadLine?: "error" | ((line: BadLine) => void);
}

/**
 * Reads JSON lines (one row object a line) into a table. Empty lines are no rows; the rest as `parseJSON`.
 *
 * @throws ParseError with its line and column for a line that is no JSON object; otherwise as `parseJSON`.
 * @example
 * ```ts
 * parseJSONLines('{"n": 1}\n{"n": 2.5}\n').column("n").sum(); // → 3.5
 * ```
 */
export function parseJSONLines(text: string, options: JSONLinesOptions = {}): DataFrame {
  const { source, onBadLine = "error" } = options;
  if (typeof onBadLine !== "function") {
    checkOneOf("parseJSONLines", "onBadLine", onBadLine, ["error"]);
  }
  const rows: object[] = [];
  const skipped: BadLine[] = [];
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  lines.forEach((line, k) => {
    if (line.trim() === "") return;
    const row = rowOf(line, { source, line: k + 1 });
    if (!(row instanceof ParseError)) rows.push(row);
    else if (onBadLine === "error") throw row;
    else {
      const message = row.message.slice(row.message.indexOf("expected"));
      const bad = { line: k + 1, column: row.column, message, text: line };
      skipped.push(bad);
      onBadLine(bad);
    }
  });
  const table = tableOf("parseJSONLines", columnsOfRows(rows), options);
  if (skipped.length) keepReport(table, { delimiter: "\n", inference: [], skipped });
  return table;
}

/**
 * Reads a file of JSON lines into a table; see `parseJSONLines`.
 *
 * @throws as `parseJSONLines`; ValueError if the file cannot be read.
 * @example
 * ```ts
 * (await readJSONLines(new Blob(['{"n": 1}\n{"n": 2}\n']))).nRows; // → 2
 * ```
 */
export async function readJSONLines(
  source: ByteSource,
  options: JSONLinesOptions = {},
): Promise<DataFrame> {
  const { bytes, name } = await openBytes("readJSONLines", source);
  const named = { ...(name === undefined ? {} : { source: name }), ...options };
  return parseJSONLines(decode(bytes, named.source), named);
}

function rowOf(
  line: string,
  from: { readonly source: string | undefined; readonly line: number },
): object | ParseError {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return jsonError(line, error, from);
  }
  if (typeof row === "object" && row !== null && !Array.isArray(row)) return row;
  const got = line.trim().slice(0, 60);
  return new ParseError(`expected a JSON object, got ${got}`, { ...from, column: 1 });
}
