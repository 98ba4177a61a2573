import type { AnyColumn } from "../column/from-values";
import { DataFrame } from "../frame/data-frame";
import { LF } from "./bytes";
import { ChunkReader } from "./chunk-reader";
import { Field, INCOMPLETE } from "./field";
import { planColumns, readHeader } from "./header";
import { type CSVOptions, checkOptions, type ReaderSettings } from "./options";
import { keepReport } from "./report";
import { type ColumnPlan, RowReader } from "./row-reader";
import { sniffDelimiter } from "./sniff";
import { type ShownText, type TextSource, WholeText } from "./text-source";

/** So many bytes of a text say which its delimiter is, and about how many rows it has. */
export const SNIFFED = 1 << 16;

/** A text whose header has been read. */
export interface Opened {
  readonly settings: ReaderSettings;
  readonly plans: readonly ColumnPlan[];
  readonly field: Field;
  readonly chunks: ChunkReader | undefined;
  /** Where the first row begins, and the number of its line. */
  readonly start: number;
  readonly line: number;
}

/**
 * Reads what stands before the rows.
 *
 * @param sample the beginning of the text
 * @param chunkBytes how much a thread reads at a time in bulk; 0 for never
 * @returns nothing if not all of it has come
 * @throws ParseError, ParameterError as `parseCSV`
 */
export function openText(
  where: string,
  options: CSVOptions,
  text: ShownText,
  { sample, chunkBytes }: { readonly sample: Uint8Array; readonly chunkBytes?: number | undefined },
): Opened | undefined {
  const settings = checkOptions(where, options, () => sniffDelimiter(sample));
  const field = new Field(settings.delimiter, settings.source);
  const header = wholeHeader(text, field, settings);
  if (header === INCOMPLETE) return undefined;
  const plans = planColumns(where, header.names, settings);
  const chunks = chunkBytes === 0 ? undefined : ChunkReader.of(settings, chunkBytes);
  return { settings, plans, field, chunks, start: header.end, line: field.line };
}

function wholeHeader(text: ShownText, field: Field, settings: ReaderSettings) {
  for (let room = SNIFFED; ; room *= 2) {
    field.line = 1;
    field.innerLines = 0;
    text.show(field, 0, room);
    const header = readHeader(field, settings);
    if (header !== INCOMPLETE || field.size >= text.size) return header;
  }
}

/** The table of the rows that were read, and its report, which is kept for `csvReport` as well. */
export function tableOf(
  { settings }: Opened,
  reader: RowReader,
  again: ReadonlyMap<string, AnyColumn>,
) {
  const { columns, inference } = reader.finish(again);
  const table = DataFrame.fromColumns(columns);
  const delimiter = String.fromCharCode(settings.delimiter);
  keepReport(table, { delimiter, inference, skipped: reader.skipped });
  return { table, inference };
}

/**
 * The columns that turned out to be text after their first values had been read as something else.
 *
 * @param source the text, whose rows begin at `start`
 */
export function readAgain(
  { settings, chunks, line }: Opened,
  first: RowReader,
  source: TextSource,
  start: number,
): ReadonlyMap<string, AnyColumn> {
  const plans = first.lost;
  if (!plans) return new Map();
  const field = new Field(settings.delimiter, settings.source);
  field.line = line;
  const quiet = settings.onBadLine === "error" ? settings : { ...settings, onBadLine: () => {} };
  const reader = new RowReader(quiet, plans, { field, maxRows: first.nRows, chunks });
  reader.reserve(first.nRows);
  reader.readRows(new WholeText(source), start);
  return new Map(reader.finish(new Map()).columns.map((column) => [column.name, column]));
}

/** About how many rows a text of this size has, by its first lines; a few more, so that they fit. */
export function expectedRows(sample: Uint8Array, size: number): number {
  let lines = 1;
  for (const byte of sample) if (byte === LF) lines++;
  const share = sample.length === 0 ? 0 : size / sample.length;
  return Math.ceil(1.05 * lines * Math.max(1, share)) + 16;
}
