import { type CsvKind, heap } from "@gradus/kernels";
import type { Chunk } from "./chunk";
import { ChunkBlock, type RowPlan } from "./chunk-block";
import { looksLikeValue } from "./column-builder";
import type { ReaderSettings } from "./options";
import type { TextSource } from "./text-source";

/** Bytes that a thread reads at a time: they stay in its cache. */
const CHUNK = 1 << 17;
/** So many chunks are given to the threads at once, while the next ones are fetched and the last ones taken. */
const BLOCK_CHUNKS = 8;
/** From so many bytes on the kernel is worth its start, and then its calls. */
const LEAST_BYTES = 1 << 18;
const FEW_BYTES = 1 << 13;

/**
 * Reads text in chunks by the WebAssembly kernel, several at a time where there are threads: numbers, dates,
 * truths and texts in their usual form, in rows that are in order.
 */
export class ChunkReader {
  readonly #delimiter: number;
  readonly #words: BigUint64Array<ArrayBuffer>;
  readonly #chunkBytes: number;
  #leastBytes: number;

  private constructor(delimiter: number, words: BigUint64Array<ArrayBuffer>, chunkBytes: number) {
    this.#delimiter = delimiter;
    this.#words = words;
    this.#chunkBytes = chunkBytes;
    this.#leastBytes = chunkBytes < CHUNK ? chunkBytes : LEAST_BYTES;
  }

  /** Nothing where the words for missing values are too long for the kernel, or could be values. */
  static of({ delimiter, missing }: ReaderSettings, chunkBytes = CHUNK): ChunkReader | undefined {
    if (looksLikeValue(missing)) return undefined;
    const words = packedWords(missing);
    return words && new ChunkReader(delimiter, words, chunkBytes);
  }

  /** Whether so many bytes are enough for the kernel. */
  isWorth(bytes: number): boolean {
    return bytes >= this.#leastBytes;
  }

  /**
   * Reads rows from `start` on, where one begins, and gives them to `take` chunk by chunk, until that says false or
   * the rows end. Rows behind an unusual one are left.
   *
   * @param kinds what the columns hold
   * @param mostRows read no more of them
   */
  read(
    text: TextSource,
    start: number,
    kinds: ArrayLike<CsvKind>,
    mostRows: number,
    take: (chunk: Chunk) => boolean,
  ): void {
    this.#leastBytes = Math.min(this.#leastBytes, FEW_BYTES);
    const chunkBytes = this.#chunkBytes;
    const plan = {
      kinds,
      delimiter: this.#delimiter,
      words: this.#words,
      chunkBytes,
      blockBytes: Math.min(text.size - start, BLOCK_CHUNKS * chunkBytes),
      mostRows,
    };
    heap().begin();
    new Pipeline(text, plan, take).run(start);
  }
}

/** Two blocks by turns: while the threads read the chunks of one, those of the other are taken and it is filled again. */
class Pipeline {
  readonly #text: TextSource;
  readonly #plan: RowPlan;
  readonly #take: (chunk: Chunk) => boolean;
  readonly #blocks: ChunkBlock[] = [];
  #running: ChunkBlock | undefined;
  #rowsLeft: number;

  constructor(text: TextSource, plan: RowPlan, take: (chunk: Chunk) => boolean) {
    this.#text = text;
    this.#plan = plan;
    this.#take = take;
    this.#rowsLeft = plan.mostRows;
  }

  run(start: number): void {
    try {
      let block: ChunkBlock | undefined = this.#begun(0, start);
      for (let turn = 1; block; turn++) {
        // The next block is fetched while the other threads are at this one.
        const ahead: ChunkBlock | undefined =
          block.next === undefined ? undefined : this.#loaded(turn, block.next);
        this.#finish();
        if (ahead) this.#begin(ahead);
        const next = this.#takeAll(block);
        if (next === undefined || this.#rowsLeft <= 0) return;
        if (ahead && ahead.position !== next) this.#finish();
        block = ahead?.position === next ? ahead : this.#begun(turn, next);
      }
    } finally {
      this.#finish();
      for (const block of this.#blocks) block.release();
    }
  }

  /** Takes the chunks of a block. @returns where to read on; nothing if that is not in bulk */
  #takeAll(block: ChunkBlock): number | undefined {
    let next = block.position;
    for (let k = 0; k < block.nChunks && this.#rowsLeft > 0; k++) {
      let chunk = block.chunk(k);
      // The row before may have gone on into this chunk, or have been an unusual one.
      if (chunk.start !== next) return chunk.start < next ? next : undefined;
      if (chunk.nRows > this.#rowsLeft) {
        this.#finish();
        chunk = block.shortened(k, this.#rowsLeft);
      }
      if (!this.#take(chunk)) return undefined;
      this.#rowsLeft -= chunk.nRows;
      next = chunk.stop;
    }
    return next === block.position ? undefined : next;
  }

  #begun(turn: number, position: number): ChunkBlock {
    const block = this.#loaded(turn, position);
    this.#begin(block);
    return block;
  }

  #loaded(turn: number, position: number): ChunkBlock {
    this.#blocks[turn % 2] ??= new ChunkBlock(heap(), this.#plan, "readCSV");
    const block = this.#blocks[turn % 2]!;
    block.load(this.#text, position);
    return block;
  }

  #begin(block: ChunkBlock): void {
    block.begin();
    this.#running = block;
  }

  #finish(): void {
    const running = this.#running;
    this.#running = undefined;
    running?.finish();
  }
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
