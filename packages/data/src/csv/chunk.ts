import type { Heap } from "@gradus/kernels";
import type { Field } from "./field";

/** Bytes of a chunk's record; `assembly/csv.ts` tells what it holds. */
export const RECORD = 64;
/** Words of an odd field's entry, and the most of them. */
export const ODD_WORDS = 5;
export const MOST_ODD = 1024;

/** A field that its column cannot take in the kernel. Its places are counted from the block's beginning. */
export interface OddField {
  readonly column: number;
  /** Counted from the chunk's first. */
  readonly row: number;
  readonly rowStart: number;
  readonly start: number;
  /** How many lines ended between the chunk's beginning and the row's. */
  readonly lines: number;
}

/** Where a block of text lies in the heap, and in the text. */
export interface BlockPlace {
  readonly address: number;
  /** The block's place in the text. */
  readonly position: number;
  readonly size: number;
  readonly nColumns: number;
}

/** What the kernel made of a chunk. Its arrays are views of memory that is used again. */
export class Chunk {
  /** Its place in the text. */
  readonly start: number;
  /** Where the first row begins that was not read. */
  readonly stop: number;
  readonly nRows: number;
  /** How many lines end in the chunk. */
  readonly lines: number;
  readonly nOdd: number;
  /** Whether all bytes are ASCII. */
  readonly isASCII: boolean;
  readonly block: BlockPlace;
  readonly #memory: Heap;
  readonly #record: number;

  /** @param record the address of its record */
  constructor(memory: Heap, block: BlockPlace, record: number) {
    const { i32 } = memory;
    const word = record >> 2;
    const shift = block.position - block.address;
    this.#memory = memory;
    this.#record = word;
    this.block = block;
    this.start = (i32[word]! >>> 0) + shift;
    this.nRows = i32[word + 6]!;
    this.stop = (i32[word + 7]! >>> 0) + shift;
    this.lines = i32[word + 8]!;
    this.nOdd = i32[word + 9]!;
    this.isASCII = i32[word + 10] === 0;
  }

  /** The text of the rows that were read. */
  get bytes(): Uint8Array {
    const { address, position } = this.block;
    const from = address + this.start - position;
    return this.#memory.u8.subarray(from, from + this.stop - this.start);
  }

  /** Shows the field the block. */
  show(field: Field): void {
    const { address, size } = this.block;
    field.bytes = this.#memory.u8.subarray(address, address + size);
    field.size = size;
    field.isLast = false;
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
    const from = this.#word(3, this.block.nColumns + c) >>> 0;
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
    const { address } = this.block;
    const at = (i32[this.#record + 4]! >>> 2) + ODD_WORDS * k;
    return {
      column: i32[at]!,
      row: i32[at + 1]!,
      rowStart: (i32[at + 2]! >>> 0) - address,
      start: (i32[at + 3]! >>> 0) - address,
      lines: i32[at + 4]!,
    };
  }

  #word(field: number, index: number): number {
    const { i32 } = this.#memory;
    return i32[(i32[this.#record + field]! >>> 2) + index]!;
  }
}
