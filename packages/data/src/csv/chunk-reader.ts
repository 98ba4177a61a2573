import { type CsvKind, type Heap, heap } from "@gradus/kernels";
import { LF } from "./bytes";
import type { ReaderSettings } from "./options";

/** Bytes that a thread reads at a time: they stay in its cache. */
const CHUNK = 1 << 17;
/** How much is given to the threads at once. */
const BLOCK = 1 << 21;
/** From so many bytes on the kernel is worth its start, and then its calls. */
const LEAST_BYTES = 1 << 18;
const FEW_BYTES = 1 << 13;
const RECORD = 64;
const ODD_WORDS = 5;
const MOST_ODD = 1024;
/** The kernel reads a row that ends so far behind its chunk, and looks ahead behind the text. */
const OVERHANG = 4096;
const PADDING = 64;
const WIDTHS = [0, 0, 8, 8, 8, 1, 8]; // by kind

/** A field that its column cannot take in the kernel. Places are those of the host's bytes. */
export interface OddField {
  readonly column: number;
  /** Counted from the chunk's first. */
  readonly row: number;
  readonly rowStart: number;
  readonly start: number;
  /** How many lines ended between the chunk's beginning and the row's. */
  readonly lines: number;
}

/**
 * Reads text in chunks by the WebAssembly kernel, several at a time where there are threads: numbers, dates,
 * truths and texts in their usual form, in rows that are in order.
 */
export class ChunkReader {
  readonly #nColumns: number;
  readonly #delimiter: number;
  readonly #words: BigUint64Array<ArrayBuffer>;
  readonly #chunkBytes: number;
  #leastBytes: number;

  private constructor(
    nColumns: number,
    { delimiter }: ReaderSettings,
    words: BigUint64Array<ArrayBuffer>,
    chunkBytes: number,
  ) {
    this.#nColumns = nColumns;
    this.#delimiter = delimiter;
    this.#words = words;
    this.#chunkBytes = chunkBytes;
    this.#leastBytes = chunkBytes < CHUNK ? chunkBytes : LEAST_BYTES;
  }

  /** Nothing where the words for missing values are too long for the kernel. */
  static of(
    nColumns: number,
    settings: ReaderSettings,
    chunkBytes = CHUNK,
  ): ChunkReader | undefined {
    const words = packedWords(settings.missing);
    return words && new ChunkReader(nColumns, settings, words, chunkBytes);
  }

  /** Whether so many bytes are enough for the kernel. */
  isWorth(bytes: number): boolean {
    return bytes >= this.#leastBytes;
  }

  /**
   * Reads rows from `bytes[start, end)`, which begins with one, and gives them to `take` chunk by chunk, until that
   * says false or the rows end. Rows behind an unusual one are left.
   *
   * @param kinds what the columns hold
   * @param mostRows read no more of them
   */
  read(
    bytes: Uint8Array,
    [start, size]: readonly [start: number, size: number],
    kinds: ArrayLike<CsvKind>,
    mostRows: number,
    take: (chunk: Chunk) => boolean,
  ): void {
    this.#leastBytes = Math.min(this.#leastBytes, FEW_BYTES);
    const end = Math.min(size, start + Math.max(BLOCK, this.#chunkBytes));
    const cuts = cutsOf(bytes, start, end, this.#chunkBytes);
    const memory = heap();
    const plan = this.#plan(cuts, kinds, Math.min(mostRows, end - start + 1));
    memory.begin();
    const storage = memory.allocate(plan.bytes, "readCSV");
    try {
      const at = memory.pointer(storage);
      this.#write(memory, at, plan, { bytes, start, end, kinds });
      this.#run(memory, at, plan, plan.chunks.length, 0, end - start);
      let left = mostRows;
      let next = start;
      for (let k = 0; k < plan.chunks.length && left > 0; k++) {
        let chunk = new Chunk(memory, at, plan, k, start - at - plan.text);
        if (chunk.start !== next) return; // the row before goes on into this chunk
        if (chunk.nRows > left) {
          memory.i32[chunk.record + 2] = left;
          this.#run(memory, at, plan, 1, k, end - start);
          chunk = new Chunk(memory, at, plan, k, start - at - plan.text);
        }
        if (!take(chunk)) return;
        left -= chunk.nRows;
        next = chunk.stop;
      }
    } finally {
      memory.release(storage, "readCSV: the text has been read");
    }
  }

  /** Where everything goes, from the allocation's first byte on. */
  #plan(cuts: readonly number[], kinds: ArrayLike<CsvKind>, mostRows: number): Plan {
    const n = this.#nColumns;
    const widths = Array.from(kinds, (kind) => WIDTHS[kind]!);
    let rowBytes = 0;
    const offsets = widths.map((width) => {
      rowBytes += width;
      return rowBytes - width;
    });
    const text = 0;
    const kindsAt = aligned(cuts.at(-1)! - cuts[0]! + PADDING);
    const words = aligned(kindsAt + n);
    const records = aligned(words + 8 * this.#words.length);
    let next = records + RECORD * (cuts.length - 1);
    const chunks = cuts.slice(1).map((cut, k) => {
      const nBytes = cut - cuts[k]!;
      const capacity = 8 * Math.ceil((Math.min(nBytes / n, mostRows) + 2) / 8);
      const columns = next;
      const odd = aligned(columns + 8 * n);
      const first = aligned(odd + 4 * ODD_WORDS * MOST_ODD);
      const places = offsets.map((offset) => first + capacity * offset);
      const texts = aligned(first + capacity * rowBytes);
      next = aligned(texts + nBytes + OVERHANG + PADDING);
      return {
        start: cuts[k]! - cuts[0]!,
        end: cut - cuts[0]!,
        columns,
        odd,
        places,
        texts,
        capacity,
      };
    });
    return { nColumns: n, text, kinds: kindsAt, words, records, chunks, bytes: next };
  }

  #write(
    memory: Heap,
    at: number,
    plan: Plan,
    from: { bytes: Uint8Array; start: number; end: number; kinds: ArrayLike<CsvKind> },
  ): void {
    const { u8, i32 } = memory;
    u8.set(from.bytes.subarray(from.start, from.end), at + plan.text);
    u8.set(from.kinds, at + plan.kinds);
    u8.set(new Uint8Array(this.#words.buffer), at + plan.words);
    plan.chunks.forEach(({ start, end, columns, odd, places, texts, capacity }, k) => {
      const record = (at + plan.records + k * RECORD) >> 2;
      const own = [at + start, at + end, capacity - 1, at + columns, at + odd, at + texts];
      i32.set(own, record);
      i32.set(
        places.map((place) => at + place),
        (at + columns) >> 2,
      );
    });
  }

  #run(memory: Heap, at: number, plan: Plan, count: number, first: number, size: number): void {
    memory.kernels.readCsvChunks(
      count,
      at + plan.records + first * RECORD,
      this.#nColumns,
      at + plan.kinds,
      this.#delimiter,
      at + plan.words,
      at + plan.text + size,
    );
  }
}

interface Plan {
  readonly nColumns: number;
  readonly text: number;
  readonly kinds: number;
  readonly words: number;
  readonly records: number;
  readonly chunks: readonly {
    readonly start: number;
    readonly end: number;
    readonly columns: number;
    readonly odd: number;
    readonly places: readonly number[];
    readonly texts: number;
    readonly capacity: number;
  }[];
  readonly bytes: number;
}

/** What the kernel made of a chunk. Its arrays are views of memory that is used again. */
export class Chunk {
  readonly start: number;
  /** Where the first row begins that was not read. */
  readonly stop: number;
  readonly nRows: number;
  /** How many lines end in the chunk. */
  readonly lines: number;
  readonly nOdd: number;
  /** Whether all bytes are ASCII. */
  readonly isASCII: boolean;
  /** The place of its record, in words. */
  readonly record: number;
  readonly #memory: Heap;
  readonly #nColumns: number;
  /** What is to be added to the memory's addresses for places of the host's bytes. */
  readonly #shift: number;

  constructor(memory: Heap, at: number, plan: Plan, k: number, shift: number) {
    const { i32 } = memory;
    const record = (at + plan.records + k * RECORD) >> 2;
    this.#memory = memory;
    this.#nColumns = plan.nColumns;
    this.#shift = shift;
    this.record = record;
    this.start = (i32[record]! >>> 0) + shift;
    this.nRows = i32[record + 6]!;
    this.stop = (i32[record + 7]! >>> 0) + shift;
    this.lines = i32[record + 8]!;
    this.nOdd = i32[record + 9]!;
    this.isASCII = i32[record + 10] === 0;
  }

  /** The numbers or moments of a column. */
  numbers(c: number): Float64Array {
    const from = this.#word(3, c) >>> 3;
    return this.#memory.f64.subarray(from, from + this.nRows);
  }

  /** The truths of a column: 0, 1, or 2 for a missing one. */
  truths(c: number): Uint8Array {
    const from = this.#word(3, c) >>> 0;
    return this.#memory.u8.subarray(from, from + this.nRows);
  }

  /** The texts of a column, one behind the other. */
  textBytes(c: number): Uint8Array {
    const from = this.#word(3, this.#nColumns + c) >>> 0;
    const last = this.nRows === 0 ? 0 : this.textEnds(c)[this.nRows - 1]!;
    return this.#memory.u8.subarray(from, from + (last < 0 ? ~last : last));
  }

  /** Where each text ends, from the first one's beginning on; its complement for a missing one. */
  textEnds(c: number): Int32Array {
    const from = this.#word(3, c) >>> 2;
    return this.#memory.i32.subarray(from, from + this.nRows);
  }

  odd(k: number): OddField {
    const { i32 } = this.#memory;
    const at = (i32[this.record + 4]! >>> 2) + ODD_WORDS * k;
    return {
      column: i32[at]!,
      row: i32[at + 1]!,
      rowStart: (i32[at + 2]! >>> 0) + this.#shift,
      start: (i32[at + 3]! >>> 0) + this.#shift,
      lines: i32[at + 4]!,
    };
  }

  #word(field: number, index: number): number {
    const { i32 } = this.#memory;
    return i32[(i32[this.record + field]! >>> 2) + index]!;
  }
}

/** Cuts `bytes[start, end)` behind line ends into pieces of about `size`. */
function cutsOf(bytes: Uint8Array, start: number, end: number, size: number): number[] {
  const cuts = [start];
  for (;;) {
    const at = cuts.at(-1)! + size;
    const line = at < end ? bytes.indexOf(LF, at) : -1;
    if (line < 0 || line + 1 >= end) break;
    cuts.push(line + 1);
  }
  return [...cuts, end];
}

/** The number of words, their lengths as bits, and the words, 8 bytes each; nothing if one does not fit. */
function packedWords(words: readonly string[]): BigUint64Array<ArrayBuffer> | undefined {
  const encoder = new TextEncoder();
  const packed = new BigUint64Array(1 + words.length);
  const bytes = new Uint8Array(packed.buffer);
  let lengths = 0;
  for (const [k, word] of words.entries()) {
    const encoded = encoder.encode(word);
    if (encoded.length > 8 || encoded.includes(0)) return undefined;
    lengths |= 1 << encoded.length;
    bytes.set(encoded, 8 + 8 * k);
  }
  new Uint32Array(packed.buffer).set([words.length, lengths]);
  return packed;
}

function aligned(bytes: number): number {
  return 64 * Math.ceil(bytes / 64);
}
