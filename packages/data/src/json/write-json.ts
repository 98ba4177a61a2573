import { checkOneOf, ValueError, writeWholeFile } from "@gradus/core";
import { dateText } from "../column/dates";
import type { AnyColumn } from "../column/from-values";
import type { DataFrame } from "../frame/data-frame";

import type { Schema } from "../schema";

/** How a table is written as JSON. */
export interface JSONWriteOptions {
  /**
   * "records" (the default) is an array of row objects, "columns" an object of arrays, "split" is
   * `{ columns, data }`, "lines" one row object a line.
   */
  readonly orient?: "records" | "columns" | "split" | "lines";
}

/**
 * A table as JSON text, which `parseJSON`, `parseJSONLines` and pandas read.
 *
 * Missing values are null, dates text in ISO 8601.
 *
 * @throws ValueError for an infinite number, which JSON does not know; ParameterError for an `orient` that there
 *   is not.
 * @example
 * ```ts
 * formatJSON(DataFrame.fromColumns({ n: [1, NaN], t: ["a", "b"] }));
 * // → [{"n":1,"t":"a"},{"n":null,"t":"b"}]
 * ```
 */
export function formatJSON<S extends Schema>(
  table: DataFrame<S>,
  { orient = "records" }: JSONWriteOptions = {},
): string {
  checkOneOf("formatJSON", "orient", orient, ["records", "columns", "split", "lines"]);
  const columns = table.columnList();
  const values = columns.map(valuesOf);
  if (orient === "columns") {
    return JSON.stringify(Object.fromEntries(columns.map(({ name }, j) => [name, values[j]])));
  }
  const rows = Array.from({ length: table.nRows }, (_, i) => values.map((column) => column[i]));
  const names = columns.map(({ name }) => name);
  if (orient === "split") return JSON.stringify({ columns: names, data: rows });
  const records = rows.map((row) =>
    JSON.stringify(Object.fromEntries(row.map((value, j) => [names[j]!, value]))),
  );
  if (orient === "records") return `[${records.join(",")}]`;
  return records.map((record) => `${record}\n`).join("");
}

/**
 * Writes a table to a JSON file; see `formatJSON`.
 *
 * @throws as `formatJSON`; ValueError if the file cannot be written.
 */
export async function writeJSON<S extends Schema>(
  path: string | URL,
  table: DataFrame<S>,
  options: JSONWriteOptions = {},
): Promise<void> {
  await writeWholeFile("writeJSON", path, formatJSON(table, options));
}

function valuesOf(column: AnyColumn): unknown[] {
  return Array.from({ length: column.length }, (_, i) => {
    if (column.isMissing(i)) return null;
    const cell = column.cell(i);
    if (cell instanceof Date) return dateText(cell.getTime());
    if (typeof cell === "number" && !Number.isFinite(cell)) {
      throw new ValueError(
        `formatJSON: expected finite numbers in column "${column.name}", got ${cell} at row ${i}`,
      );
    }
    return cell;
  });
}
