import { joinArrays } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import { Blocks } from "./blocks";
import { expectedRows, type Opened, openText, readAgain, SNIFFED, tableOf } from "./opened";
import type { CSVOptions } from "./options";
import { type ColumnPlan, RowReader } from "./row-reader";
import { bytesSource } from "./text-source";

const BLOCK = 1 << 20;

/** Reads a stream of text, which is pushed in parts of any size, into tables of the same columns. */
export class TextReader {
  readonly #where: string;
  readonly #options: CSVOptions;
  readonly #tableRows: number;
  readonly #blocks = new Blocks(BLOCK);
  #open: Opened | undefined;
  #reader: RowReader | undefined;
  #plans: readonly ColumnPlan[] = [];
  #rowsLeft = 0;
  #nTables = 0;
  /** The bytes of the first table's rows, for columns that have to be read a second time. */
  #kept: Uint8Array[] = [];

  /** @param tableRows how many rows each table has but the last */
  constructor(where: string, options: CSVOptions, tableRows: number) {
    this.#where = where;
    this.#options = options;
    this.#tableRows = tableRows;
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
      this.#blocks.isLast = isLast && at >= chunk.length;
      this.#open ??= this.#begin();
      if (this.#open) yield* this.#read(this.#open);
    } while (at < chunk.length && !this.isDone);
  }

  *#read(open: Opened): Generator<DataFrame> {
    const blocks = this.#blocks;
    for (;;) {
      const reader = this.#reader!;
      const consumed = reader.readRows(blocks, 0);
      const isFirst = this.#nTables === 0;
      if (isFirst) this.#kept.push(blocks.bytes.slice(0, consumed));
      blocks.drop(consumed);
      if (!reader.isFull && !blocks.isLast) return;
      if (reader.nRows > 0 || isFirst) yield this.#finish(open, reader);
      if (this.#rowsLeft <= 0 || (blocks.isLast && blocks.size === 0)) return;
    }
  }

  /** The table of the rows read since the last one; the next one will have its types. */
  #finish(open: Opened, reader: RowReader): DataFrame {
    const again =
      reader.lost && readAgain(open, reader, bytesSource(joinArrays(Uint8Array, this.#kept)), 0);
    const { table, inference } = tableOf(open, reader, again ?? new Map());
    this.#nTables++;
    this.#rowsLeft -= reader.nRows;
    this.#kept = [];
    const known = new Map(inference.map((one) => [one.name, one]));
    this.#plans = this.#plans.map((plan) => {
      const one = known.get(plan.name);
      return one && !plan.type ? { ...plan, type: one.type, known: one } : plan;
    });
    this.#reader = this.#newReader(open);
    if (this.#rowsLeft > 0) this.#reader.reserve(this.#tableRows);
    return table;
  }

  /** Reads what stands before the rows, when all of it has come. */
  #begin(): Opened | undefined {
    const blocks = this.#blocks;
    if (blocks.size < SNIFFED && !blocks.isLast) return undefined;
    const sample = blocks.bytes.subarray(0, SNIFFED);
    const open = openText(this.#where, this.#options, blocks, { sample });
    if (open === undefined) return undefined;
    this.#rowsLeft = open.settings.maxRows;
    this.#plans = open.plans;
    this.#reader = this.#newReader(open);
    this.#reader.reserve(Math.min(this.#tableRows, expectedRows(sample, 0)));
    blocks.drop(open.start);
    return open;
  }

  #newReader({ settings, field, chunks }: Opened): RowReader {
    const maxRows = Math.min(this.#tableRows, this.#rowsLeft);
    return new RowReader(settings, this.#plans, { field, maxRows, wholeNumbers: false, chunks });
  }
}
