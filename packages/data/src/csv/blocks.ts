import type { Field } from "./field";

/** Room after the block for its sentinel and for what fast paths look ahead. */
const PADDING = 32;
const LF = 0x0a;

/**
 * The part of a text that is being read: bytes are appended at its end, and those that have been read are
 * taken away from its start.
 */
export class Blocks {
  #buffer: Uint8Array<ArrayBuffer>;
  #size = 0;

  /** @param capacity of the block in bytes; it grows for a row that is longer */
  constructor(capacity: number) {
    this.#buffer = new Uint8Array(capacity + PADDING);
  }

  /** The bytes that wait to be read. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#size);
  }

  /** Appends bytes from `chunk[at]` on, as many as there is room for. @returns how many were taken */
  fill(chunk: Uint8Array, at: number): number {
    if (this.#size === this.#buffer.length - PADDING) {
      const larger = new Uint8Array(2 * this.#size + PADDING);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    const room = this.#buffer.length - PADDING - this.#size;
    const taken = Math.min(room, chunk.length - at);
    this.#buffer.set(chunk.subarray(at, at + taken), this.#size);
    this.#size += taken;
    return taken;
  }

  /** Gives the block to a reader, with a line end behind it. */
  lend(field: Field, isLast: boolean): void {
    this.#buffer[this.#size] = LF;
    field.bytes = this.#buffer;
    field.size = this.#size;
    field.isLast = isLast;
  }

  /** Takes the first `count` bytes away. */
  drop(count: number): void {
    this.#buffer.copyWithin(0, count, this.#size);
    this.#size -= count;
  }
}
