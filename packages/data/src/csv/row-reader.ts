import { ParseError } from "@gradus/core";
import { CsvKind } from "@gradus/kernels";
import type { AnyColumn } from "../column/from-values";
import type { ColumnType } from "../schema";
import { CR, LF } from "./bytes";
import type { Chunk } from "./chunk";
import type { ChunkReader } from "./chunk-reader";
import { type ColumnBuilder, Kind, MissingWords, ODD } from "./column-builder";
import { type Field, INCOMPLETE } from "./field";
import { type Break, breakAt, builderOf, candidates, inferenceOf, wrongType } from "./inference";
import type { NumberBuilder } from "./number-builder";
import type { BadLine, ReaderSettings } from "./options";
import { SkipBuilder } from "./other-builders";
import type { ColumnInference } from "./report";
import { findBadRow, raggedRow } from "./rows";
import type { TextBuilder } from "./text-builder";
import type { ShownText } from "./text-source";
import { isUTF8 } from "./utf8";

/** The first rows, whose values tell the types, are read one by one, and so are a few after an unusual one. */
const ROWS_ALONE = 16;
const MOST_ALONE = 1 << 16;
/** A call of the kernel that reads fewer was hardly worth it. */
const MANY_ROWS = 64;
/** How much of a text is shown for a few rows, and for many. */
const SMALL_PART = 1 << 14;
const LARGE_PART = 1 << 20;

/** What a ParseError's message begins with. */
const LOCATION = /^.*?:\d+:\d+: /s;

/** One column of the text. */
export interface ColumnPlan {
  readonly name: string;
  /** The type asked for; found from the values when absent. */
  readonly type: ColumnType | undefined;
  readonly isWanted: boolean;
  /** Why a type that was not asked for is known all the same. */
  readonly known?: ColumnInference;
}

/**
 * Reads rows of a text into columns.
 *
 * For each field the column's builder tries the fast path, which knows only the usual form of its values.
 * What that does not know is found with all the rules of the format and given to the builder again. A
 * column whose type turns out too narrow is text from there on: where its values before
 * that row are no longer known as text, the column is named in `lost`, to be read a second time.
 */
export class RowReader {
  nRows = 0;
  readonly field: Field;
  readonly skipped: BadLine[] = [];
  readonly #plans: readonly ColumnPlan[];
  readonly #builders: ColumnBuilder[];
  readonly #kinds: Int32Array;
  readonly #breaks: (Break | undefined)[];
  readonly #lost = new Set<number>();
  readonly #missing: MissingWords;
  readonly #settings: ReaderSettings;
  readonly #maxRows: number;
  readonly #wholeNumbers: boolean;
  #capacity = 0;
  readonly #chunks: ChunkReader | undefined;
  #rowsAlone = ROWS_ALONE;

  /**
   * @param field where the reading of the text stands
   * @param wholeNumbers whether columns may hold integers without having been asked to
   * @param chunks reads rows in bulk, where there are many
   */
  constructor(
    settings: ReaderSettings,
    plans: readonly ColumnPlan[],
    {
      field,
      maxRows,
      wholeNumbers = true,
      chunks,
    }: {
      readonly field: Field;
      readonly maxRows: number;
      readonly wholeNumbers?: boolean;
      readonly chunks?: ChunkReader | undefined;
    },
  ) {
    this.#chunks = chunks;
    this.field = field;
    this.#wholeNumbers = wholeNumbers;
    this.#settings = settings;
    this.#plans = plans;
    this.#maxRows = maxRows;
    this.#missing = new MissingWords(settings.missing);
    this.#builders = plans.map((plan) =>
      plan.isWanted ? builderOf(plan.type, this.#missing) : new SkipBuilder(),
    );
    this.#kinds = Int32Array.from(this.#builders, (builder) => builder.kind);
    this.#breaks = plans.map(() => undefined);
  }

  /** Whether as many rows have been read as were asked for. */
  get isFull(): boolean {
    return this.nRows >= this.#maxRows;
  }

  /** Makes room for this many rows. */
  reserve(capacity: number): void {
    this.#capacity = Math.min(capacity, Math.max(this.#maxRows, 1));
    for (const builder of this.#builders) builder.grow(this.#capacity);
  }

  /**
   * Reads the rows that the text holds as a whole, from `start` on.
   *
   * @returns where the first row begins that it did not read
   * @throws ParseError for what cannot be read.
   */
  readRows(text: ShownText, start: number): number {
    let position = this.#readAlone(text, start, this.#rowsAlone);
    while (this.#chunks?.isWorth(text.size - position) && !this.isFull) {
      const before = this.nRows;
      position = this.#readChunks(text, position);
      // Where much is unusual, the kernel is tried less and less often.
      const isPoor = this.nRows - before < MANY_ROWS;
      this.#rowsAlone = isPoor ? Math.min(2 * this.#rowsAlone, MOST_ALONE) : ROWS_ALONE;
      const next = this.#readAlone(text, position, this.#rowsAlone);
      if (next === position) return position;
      position = next;
    }
    return this.#readAlone(text, position, Number.POSITIVE_INFINITY);
  }

  /** Reads at most so many rows one by one. @returns where the first row begins that it did not read */
  #readAlone(text: ShownText, start: number, nRows: number): number {
    const { field } = this;
    const most = Math.min(this.#maxRows, this.nRows + nRows);
    let room = nRows > MANY_ROWS ? LARGE_PART : SMALL_PART;
    let position = start;
    while (position < text.size && this.nRows < most) {
      const base = text.show(field, position, room);
      const next = base + this.#readShown(position - base, most);
      if (next === position) {
        // What is shown ends within the row.
        if (base + field.size >= text.size) break;
        room *= 2;
      }
      position = next;
    }
    return position;
  }

  /** Reads rows of the field's block from `start` on, until there are `most`. */
  #readShown(start: number, most: number): number {
    const { field } = this;
    const { bytes, size, isLast } = field;
    const nColumns = this.#plans.length;
    const isChecked = this.#settings.onBadLine !== "error";
    let position = start;
    while (position < size && this.nRows < most) {
      field.rowStart = position;
      field.innerLines = 0;
      const byte = bytes[position]!;
      if (nColumns !== 1 && (byte === LF || byte === CR)) {
        if (byte === CR && position + 1 >= size && !isLast) break;
        position = this.#afterLine(position);
        continue;
      }
      if (isChecked) {
        const next = this.#skipBadRow(position);
        if (next === INCOMPLETE) break;
        if (next > position) {
          position = next;
          continue;
        }
      }
      const end = this.#readRow(position);
      if (end === INCOMPLETE) break;
      field.line += field.innerLines;
      position = this.#afterLine(end);
      this.nRows++;
    }
    return Math.min(position, size);
  }

  /** Reads rows in bulk, as far as they are usual. @returns where the first row begins that it did not read */
  #readChunks(text: ShownText, start: number): number {
    let position = start;
    let rowsAlone = 0;
    const kinds = this.#builders.map(({ chunkKind }) => chunkKind);
    const hasText = kinds.includes(CsvKind.text);
    const left = this.#maxRows - this.nRows;
    this.#chunks!.read(text, start, kinds, left, (chunk) => {
      if (hasText && !chunk.isASCII && !isUTF8(chunk.bytes)) {
        rowsAlone = Math.max(1, chunk.nRows);
        return false;
      }
      const next = this.#takeChunk(chunk);
      position = next ?? chunk.stop;
      return next === undefined;
    });
    // One by one the rows tell where a wrong byte is.
    return rowsAlone > 0 ? this.#readAlone(text, position, rowsAlone) : position;
  }

  /** Takes a chunk's values. @returns where to go on if a column has got another type, which ends the chunk */
  #takeChunk(chunk: Chunk): number | undefined {
    const { field } = this;
    const [row, line] = [this.nRows, field.line];
    const end = row + chunk.nRows;
    if (end > this.#capacity) this.reserve(Math.max(end, 2 * row));
    this.#builders.forEach((builder, c) => {
      builder.take(chunk, c, row);
    });
    if (chunk.nOdd > 0) chunk.show(field);
    for (let k = 0; k < chunk.nOdd; k++) {
      const odd = chunk.odd(k);
      const before = this.#builders[odd.column];
      this.nRows = row + odd.row;
      field.rowStart = odd.rowStart;
      field.line = line + odd.lines;
      field.innerLines = 0;
      this.#readOdd(odd.column, odd.start);
      if (this.#builders[odd.column] !== before) return chunk.block.position + odd.rowStart;
    }
    this.nRows = end;
    field.line = line + chunk.lines;
    return undefined;
  }

  /** Reads one row. @returns the place of its line end, or INCOMPLETE */
  #readRow(start: number): number {
    const { field } = this;
    const { bytes, size, isLast, delimiter } = field;
    const row = this.nRows;
    if (row === this.#capacity) this.reserve(Math.max(256, 2 * row));
    const nColumns = this.#plans.length;
    const builders = this.#builders;
    const kinds = this.#kinds;
    let position = start;
    for (let c = 0; ; c++) {
      if (c === nColumns) throw raggedRow(field, nColumns);
      let next: number;
      const kind = kinds[c];
      if (kind === Kind.NUMBER) {
        next = (builders[c] as NumberBuilder).readFast(bytes, position, row, delimiter);
      } else if (kind === Kind.TEXT) {
        next = (builders[c] as TextBuilder).readFast(bytes, position, row, delimiter);
      } else next = builders[c]!.readFast(bytes, position, row, delimiter);
      if (next === ODD) {
        next = this.#readOdd(c, position);
        if (next === INCOMPLETE) return INCOMPLETE;
      }
      if (next >= size && !isLast) return INCOMPLETE;
      if (bytes[next] === delimiter && next < size) {
        position = next + 1;
        continue;
      }
      if (c + 1 !== nColumns) throw raggedRow(field, nColumns);
      return bytes[next] === CR && next + 1 >= size && !isLast ? INCOMPLETE : next;
    }
  }

  /** Reads a field by all the rules, and finds another type for the column if it needs one. */
  #readOdd(c: number, position: number): number {
    const { field, nRows: row } = this;
    const next = field.find(position);
    if (next === INCOMPLETE || this.#builders[c]!.accept(field, row)) return next;
    const { name, type } = this.#plans[c]!;
    if (type !== undefined) {
      const bad = findBadRow(field, this.#plans.length);
      if (bad instanceof ParseError) throw bad;
      field.find(position);
      throw wrongType(field, name, type);
    }
    this.#widen(c, row);
    return next;
  }

  #widen(c: number, row: number): void {
    const { field } = this;
    const before = this.#builders[c]!;
    if (before.type !== undefined) {
      this.#breaks[c] = breakAt(field, before.type);
      this.#lost.add(c);
      this.#install(c, new SkipBuilder());
      return;
    }
    for (const candidate of candidates(this.#missing, this.#wholeNumbers)) {
      if (!candidate.accept(field, row)) continue;
      candidate.grow(this.#capacity);
      candidate.skip(row);
      candidate.accept(field, row);
      candidate.hasOddMissing ||= before.hasOddMissing;
      if (candidate.type === "string") this.#breaks[c] = breakAt(field, undefined);
      if (candidate.type === "string" && before.hasOddMissing) this.#lost.add(c);
      this.#install(c, this.#lost.has(c) ? new SkipBuilder() : candidate);
      return;
    }
  }

  #install(c: number, builder: ColumnBuilder): void {
    this.#builders[c] = builder;
    this.#kinds[c] = builder.kind;
  }

  /** The place after a row that is to be left out, which is reported; `position` if the row is good. */
  #skipBadRow(position: number): number {
    const { field } = this;
    const bad = findBadRow(field, this.#plans.length);
    field.innerLines = 0;
    if (bad === undefined) return position;
    if (bad === INCOMPLETE) return INCOMPLETE;
    const { bytes, size, isLast } = field;
    let end = position;
    while (bytes[end] !== LF && bytes[end] !== CR) end++;
    if (end + 1 >= size && !isLast) return INCOMPLETE;
    const text = new TextDecoder().decode(bytes.subarray(position, end));
    const { line, column } = bad;
    const skipped = { line, column, message: bad.message.replace(LOCATION, ""), text };
    this.skipped.push(skipped);
    if (this.#settings.onBadLine !== "error") this.#settings.onBadLine(skipped);
    return this.#afterLine(end);
  }

  #afterLine(end: number): number {
    const { bytes, size } = this.field;
    this.field.line++;
    return bytes[end] === CR && end + 1 < size && bytes[end + 1] === LF ? end + 2 : end + 1;
  }

  /** The plans of a second reading, of the columns that are text after all; nothing if there are none. */
  get lost(): readonly ColumnPlan[] | undefined {
    if (this.#lost.size === 0) return undefined;
    return this.#plans.map((plan, c) => {
      const isWanted = this.#lost.has(c);
      return { name: plan.name, type: isWanted ? "string" : undefined, isWanted };
    });
  }

  /** The wanted columns, and why each has its type. `again` holds those that were read a second time. */
  finish(again: ReadonlyMap<string, AnyColumn>): {
    readonly columns: AnyColumn[];
    readonly inference: ColumnInference[];
  } {
    const columns: AnyColumn[] = [];
    const inference: ColumnInference[] = [];
    this.#plans.forEach(({ name, type, isWanted, known }, c) => {
      if (!isWanted) return;
      const builder = this.#builders[c]!;
      const column = again.get(name) ?? builder.finish(name, this.nRows);
      columns.push(column);
      const why = { isGiven: type !== undefined, broken: this.#breaks[c] };
      inference.push(known ?? inferenceOf(name, column.type, builder, why));
    });
    return { columns, inference };
  }
}
