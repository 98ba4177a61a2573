import type { DataFrame } from "../frame/data-frame";
import { expectedRows, openText, readAgain, SNIFFED, tableOf } from "./opened";
import type { CSVOptions } from "./options";
import { RowReader } from "./row-reader";
import { type TextSource, WholeText } from "./text-source";

/**
 * Reads a whole text into a table. Types may change up to the last row.
 *
 * @param chunkBytes how much a thread reads at a time in bulk; 0 for never
 * @throws ParseError, ParameterError as `parseCSV`
 */
export function readText(
  where: string,
  options: CSVOptions,
  source: TextSource,
  chunkBytes?: number,
): DataFrame {
  const text = new WholeText(source);
  const sample = new Uint8Array(Math.min(SNIFFED, source.size));
  source.copy(0, sample);
  // A text that is all there has its whole header.
  const open = openText(where, options, text, { sample, chunkBytes })!;
  const { settings, plans, field, chunks, start } = open;
  const reader = new RowReader(settings, plans, { field, maxRows: settings.maxRows, chunks });
  reader.reserve(expectedRows(sample, source.size));
  reader.readRows(text, start);
  return tableOf(open, reader, readAgain(open, reader, source, start)).table;
}
