import type { ByteSource } from "@gradus/core";
import { type CSVChunkOptions, readCSVChunks } from "../csv/read-csv-chunks";
import { DataFrame } from "../frame/data-frame";
import type { ColumnType } from "../schema";
import { RunningSummary } from "./running-summary";

/** The columns of `describeCSV`'s table. */
export type CSVSummarySchema = {
  column: "string";
  type: "string";
  count: "integer";
  missing: "integer";
  distinct: "integer";
  mean: "number";
  std: "number";
  min: "number";
  max: "number";
};

/**
 * Summarises a CSV file of any size in fixed memory, reading it once: one row for each column.
 *
 * `count` values are present and `missing` are not; `distinct` is exact up to 2,048 different values and
 * then an estimate with a standard error of 0.8 %. `mean`, `std` (divisor n − 1), `min` and `max` are NaN for text;
 * true is 1 and false is 0; dates are milliseconds since 1970.
 *
 * @throws as `readCSVChunks`.
 * @example
 * ```ts
 * const file = new Blob(["town,price\nAmes,2\nBoone,4\nAmes,NA\n"]);
 * const summary = await describeCSV(file);
 * summary.column("mean").at(1); // → 3
 * summary.column("distinct").toArray(); // → [2, 2]
 * ```
 */
export async function describeCSV(
  source: ByteSource,
  options: CSVChunkOptions = {},
): Promise<DataFrame<CSVSummarySchema>> {
  const names: string[] = [];
  const types: ColumnType[] = [];
  const summaries: RunningSummary[] = [];
  for await (const part of readCSVChunks(source, options)) {
    for (const [k, column] of part.columnList().entries()) {
      if (k === summaries.length) {
        names.push(column.name);
        types.push(column.type);
        summaries.push(new RunningSummary());
      }
      summaries[k]!.add(column);
    }
  }
  return DataFrame.fromColumns({
    column: names,
    type: types as string[],
    count: Float64Array.from(summaries, ({ count }) => count),
    missing: Float64Array.from(summaries, ({ missing }) => missing),
    distinct: Float64Array.from(summaries, ({ distinct }) => distinct),
    mean: Float64Array.from(summaries, ({ mean }) => mean),
    std: Float64Array.from(summaries, ({ std }) => std),
    min: Float64Array.from(summaries, ({ min }) => min),
    max: Float64Array.from(summaries, ({ max }) => max),
  }).astype({
    count: "integer",
    missing: "integer",
    distinct: "integer",
  }) as DataFrame<CSVSummarySchema>;
}
