import type { AnyColumn } from "../column/from-values";
import { DataFrame } from "../frame/data-frame";
import { Blocks } from "./blocks";
import { LF } from "./bytes";
import { ChunkReader } from "./chunk-reader";
import { Field, INCOMPLETE } from "./field";
import { planColumns, readHeader } from "./header";
import { type CSVOptions, checkOptions, type ReaderSettings } from "./options";
import { keepReport } from "./report";
import { type ColumnPlan, RowReader } from "./row-reader";
import { sniffDelimiter } from "./sniff";

const SNIFFED = 1 << 16;

/** How a text comes and into what it goes. */
export interface TextPlan {
  /** All of the text, if it is there: its types may then change up to the last row. */
  readonly whole?: Uint8Array;
  /** How many rows each table has but the last. Default all. */
  readonly tableRows?: number;
  readonly blockSize?: number;
  /** How much a thread reads at a time in bulk; 0 for never. */
  readonly chunkBytes?: number;
}

/**
 * Reads a text, which is pushed in parts of any size, into one table or several of the same columns.
 */
export class TextReader {
  readonly #where: string;
  readonly #options: CSVOptions;
  readonly #plan: Required<Omit<TextPlan, "chunkBytes">> & {
    readonly chunkBytes: number | undefined;
  };
  readonly #isStream: boolean;
  readonly #blocks: Blocks;
  #open: Opened | undefined;
  #rowsLeft = 0;
  #nTables = 0;
  /** The bytes of the first table's rows, for columns that have to be read a second time. */
  #kept: Uint8Array[] = [];

  constructor(where: string, options: CSVOptions, plan: TextPlan) {
    const { whole = new Uint8Array(), tableRows = Number.POSITIVE_INFINITY } = plan;
    const { blockSize = 1 << 20 } = plan;
    this.#where = where;
    this.#options = options;
    this.#plan = { whole, tableRows, blockSize, chunkBytes: plan.chunkBytes };
    this.#isStream = plan.whole === undefined;
    this.#blocks = new Blocks(blockSize);
  }

  /** Whether all the rows that were asked for have been read. */
  get isDone(): boolean {
    return this.#open !== undefined && this.#rowsLeft <= 0;
  }

  /** Takes a part of the text, and gives the tables that it completes. @throws ParseError */
  *push(chunk: Uint8Array, isLast: boolean): Generator<DataFrame> {
    let at = 0;
    do {
      at += this.#blocks.fill(chunk, at);
      const isEnd = isLast && at >= chunk.length;
      this.#open ??= this.#begin(isEnd);
      if (this.#open) yield* this.#read(this.#open, isEnd);
    } while (at < chunk.length && !this.isDone);
  }

  *#read(open: Opened, isEnd: boolean): Generator<DataFrame> {
    for (;;) {
      const { reader, field } = open;
      this.#blocks.lend(field, isEnd);
      const consumed = reader.readRows(0);
      const isFirst = this.#nTables === 0;
      if (this.#isStream && isFirst) this.#kept.push(this.#blocks.bytes.slice(0, consumed));
      this.#blocks.drop(consumed);
      if (!reader.isFull && !isEnd) return;
      if (reader.nRows > 0 || isFirst) yield this.#finish(open);
      if (this.#rowsLeft <= 0 || (isEnd && this.#blocks.bytes.length === 0)) return;
    }
  }

  /** The table of the rows read since the last one; the next one will have its types. */
  #finish(open: Opened): DataFrame {
    const { reader, settings } = open;
    const again = readAgain(open, this.#kept);
    const { columns, inference } = reader.finish(again);
    const table = DataFrame.fromColumns(columns);
    const delimiter = String.fromCharCode(settings.delimiter);
    keepReport(table, { delimiter, inference, skipped: reader.skipped });
    this.#nTables++;
    this.#rowsLeft -= reader.nRows;
    this.#kept = [];
    const known = new Map(inference.map((one) => [one.name, one]));
    open.plans = open.plans.map((plan) => {
      const one = known.get(plan.name);
      return one && !plan.type ? { ...plan, type: one.type, known: one } : plan;
    });
    this.#next(open);
    return table;
  }

  /** Reads what stands before the rows, when all of it has come. */
  #begin(isEnd: boolean): Opened | undefined {
    const { bytes } = this.#blocks;
    if (bytes.length < SNIFFED && !isEnd) return undefined;
    const sample = bytes.subarray(0, SNIFFED);
    const settings = checkOptions(this.#where, this.#options, () => sniffDelimiter(sample));
    const field = new Field(settings.delimiter, settings.source);
    this.#blocks.lend(field, isEnd);
    const header = readHeader(field, settings);
    if (header === INCOMPLETE) return undefined;
    const plans = planColumns(this.#where, header.names, settings);
    this.#rowsLeft = settings.maxRows;
    const rowsLine = field.line;
    const { chunkBytes } = this.#plan;
    const chunks =
      chunkBytes === 0 ? undefined : ChunkReader.of(plans.length, settings, chunkBytes);
    const reader = this.#readerOf({ settings, plans, field, chunks });
    reader.reserve(Math.min(this.#plan.tableRows, expectedRows(sample, this.#plan.whole.length)));
    if (!this.#isStream) this.#kept = [this.#plan.whole.subarray(header.end)];
    this.#blocks.drop(header.end);
    return { settings, field, plans, chunks, reader, rowsLine };
  }

  #next(open: Opened): void {
    open.reader = this.#readerOf(open);
    if (this.#rowsLeft > 0 && this.#isStream) open.reader.reserve(this.#plan.tableRows);
  }

  #readerOf({ settings, plans, field, chunks }: Omit<Opened, "reader" | "rowsLine">): RowReader {
    const maxRows = Math.min(this.#plan.tableRows, this.#rowsLeft);
    const wholeNumbers = !this.#isStream;
    return new RowReader(settings, plans, { field, maxRows, wholeNumbers, chunks });
  }
}

/** A text whose header has been read. */
interface Opened {
  readonly settings: ReaderSettings;
  readonly field: Field;
  /** The number of the line of the first row. */
  readonly rowsLine: number;
  readonly chunks: ChunkReader | undefined;
  plans: readonly ColumnPlan[];
  reader: RowReader;
}

/** The columns that turned out to be text after their first values had been read as something else. */
function readAgain(
  { reader: first, settings, chunks, rowsLine }: Opened,
  parts: readonly Uint8Array[],
): ReadonlyMap<string, AnyColumn> {
  const plans = first.lost;
  if (!plans) return new Map();
  const field = new Field(settings.delimiter, settings.source);
  field.line = rowsLine;
  const quiet = settings.onBadLine === "error" ? settings : { ...settings, onBadLine: () => {} };
  const reader = new RowReader(quiet, plans, { field, maxRows: first.nRows, chunks });
  reader.reserve(first.nRows);
  const blocks = new Blocks(1 << 20);
  parts.forEach((part, k) => {
    for (let at = 0; at < part.length && !reader.isFull; ) {
      at += blocks.fill(part, at);
      blocks.lend(field, k === parts.length - 1 && at >= part.length);
      blocks.drop(reader.readRows(0));
    }
  });
  return new Map(reader.finish(new Map()).columns.map((column) => [column.name, column]));
}

/** About how many rows a text of this size has, by its first lines; a few more, so that they fit. */
function expectedRows(sample: Uint8Array, size: number): number {
  let lines = 1;
  for (const byte of sample) if (byte === LF) lines++;
  const share = sample.length === 0 ? 0 : size / sample.length;
  return Math.ceil(1.05 * lines * Math.max(1, share)) + 16;
}
