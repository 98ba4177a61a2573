import type { CsvKind, Heap, Storage } from "@gradus/kernels";
import { LF } from "./bytes";
import { type BlockPlace, Chunk, MOST_ODD, ODD_WORDS, RECORD } from "./chunk";
import type { TextSource } from "./text-source";

/** The kernel reads a row that ends so far behind its chunk, and looks ahead behind the text. */
const OVERHANG = 4096;
const PADDING = 64;
const WIDTHS = [0, 0, 8, 8, 8, 1, 8]; // by kind

/** How the rows of a text are to be read. */
export interface RowPlan {
  readonly kinds: ArrayLike<CsvKind>;
  readonly delimiter: number;
  /** The words for missing values, as the kernel wants them. */
  readonly words: BigUint64Array<ArrayBuffer>;
  readonly chunkBytes: number;
  readonly blockBytes: number;
  readonly mostRows: number;
}

/** Room in the heap for a block of text, which is read in chunks by threads, and for what they make of it. */
export class ChunkBlock implements BlockPlace {
  readonly nColumns: number;
  readonly address: number;
  position = 0;
  size = 0;
  /** Where the next block's rows begin if this one's rows are in order; nothing if that cannot be told. */
  next: number | undefined;
  nChunks = 0;
  readonly #memory: Heap;
  readonly #plan: RowPlan;
  readonly #storage: Storage;
  readonly #kindsAt: number;
  readonly #wordsAt: number;
  readonly #recordsAt: number;
  /** Where each column begins in a row of values, and how many bytes such a row has. */
  readonly #offsets: readonly number[];
  readonly #rowBytes: number;

  /** @throws OutOfMemoryError */
  constructor(memory: Heap, plan: RowPlan, where: string) {
    const { kinds, words, blockBytes, chunkBytes } = plan;
    const n = kinds.length;
    let rowBytes = 0;
    this.#offsets = Array.from(kinds, (kind) => {
      rowBytes += WIDTHS[kind]!;
      return rowBytes - WIDTHS[kind]!;
    });
    this.#rowBytes = rowBytes;
    this.nColumns = n;
    const mostChunks = Math.ceil(blockBytes / chunkBytes) + 1;
    const kindsAt = aligned(blockBytes + PADDING);
    const wordsAt = aligned(kindsAt + n);
    const recordsAt = aligned(wordsAt + 8 * words.length);
    const results = aligned(recordsAt + RECORD * mostChunks);
    // As #layOut, with as many chunks and rows as there can be.
    const perChunk = 10 * rowBytes + 8 * n + 4 * ODD_WORDS * MOST_ODD + OVERHANG + PADDING + 4 * 64;
    const most = results + mostChunks * perChunk + blockBytes * (1 + rowBytes / n);
    this.#memory = memory;
    this.#plan = plan;
    this.#storage = memory.allocate(Math.ceil(most), where);
    const address = memory.pointer(this.#storage);
    this.address = address;
    this.#kindsAt = address + kindsAt;
    this.#wordsAt = address + wordsAt;
    this.#recordsAt = address + recordsAt;
    memory.u8.set(kinds, this.#kindsAt);
    memory.u8.set(new Uint8Array(words.buffer), this.#wordsAt);
  }

  /** Copies text from `position` on, where a row begins, into the block. */
  load(text: TextSource, position: number): void {
    const { u8 } = this.#memory;
    const room = u8.subarray(this.address, this.address + this.#plan.blockBytes);
    this.position = position;
    this.size = text.copy(position, room);
    const bytes = room.subarray(0, this.size);
    const cuts = cutsOf(bytes, this.#plan.chunkBytes);
    const isWhole = position + this.size >= text.size;
    const isOpen = isWhole || cuts.length === 1;
    this.next = isOpen ? undefined : position + cuts.at(-1)!;
    if (isOpen) cuts[Math.max(1, cuts.length - 1)] = this.size;
    this.nChunks = cuts.length - 1;
    this.#layOut(cuts);
  }

  /** Begins to read the chunks, or `count` of them. Until `finish` nobody else may work with the heap. */
  begin(first = 0, count = this.nChunks): void {
    this.#memory.kernels.beginCsvChunks(
      count,
      this.#recordAt(first),
      this.nColumns,
      this.#kindsAt,
      this.#plan.delimiter,
      this.#wordsAt,
      this.address + this.size,
    );
  }

  finish(): void {
    this.#memory.kernels.finishCsvChunks();
  }

  chunk(k: number): Chunk {
    return new Chunk(this.#memory, this, this.#recordAt(k));
  }

  /** Chunk `k` with no more rows than these. */
  shortened(k: number, nRows: number): Chunk {
    this.#memory.i32[(this.#recordAt(k) >> 2) + 2] = nRows;
    this.begin(k, 1);
    this.finish();
    return this.chunk(k);
  }

  release(): void {
    this.#memory.release(this.#storage, "readCSV: the text has been read");
  }

  #recordAt(k: number): number {
    return this.#recordsAt + RECORD * k;
  }

  /** Gives each chunk its places: its columns' addresses, its odd fields, its values, its texts. */
  #layOut(cuts: readonly number[]): void {
    const { i32 } = this.#memory;
    const { address, nColumns: n } = this;
    let next = aligned(this.#recordAt(cuts.length));
    for (let k = 0; k + 1 < cuts.length; k++) {
      const [start, end] = [cuts[k]!, cuts[k + 1]!];
      const mostRows = Math.min((end - start) / n, this.#plan.mostRows) + 2;
      const capacity = 8 * Math.ceil(mostRows / 8);
      const columns = next;
      const odd = aligned(columns + 8 * n);
      const first = aligned(odd + 4 * ODD_WORDS * MOST_ODD);
      const texts = aligned(first + capacity * this.#rowBytes);
      next = aligned(texts + end - start + OVERHANG + PADDING);
      const own = [address + start, address + end, capacity - 1, columns, odd, texts];
      i32.set(own, this.#recordAt(k) >> 2);
      for (let c = 0; c < n; c++) i32[(columns >> 2) + c] = first + capacity * this.#offsets[c]!;
    }
  }
}

/** Cuts a text behind line ends into pieces of about `size`, up to the last line end. */
function cutsOf(bytes: Uint8Array, size: number): number[] {
  const cuts = [0];
  for (;;) {
    const line = bytes.indexOf(LF, cuts.at(-1)! + size);
    if (line < 0) break;
    cuts.push(line + 1);
  }
  const last = bytes.lastIndexOf(LF) + 1;
  return last > cuts.at(-1)! ? [...cuts, last] : cuts;
}

function aligned(bytes: number): number {
  return 64 * Math.ceil(bytes / 64);
}
