import { LF } from "./bytes";
import type { Field } from "./field";
import { PADDING, type ShownText } from "./text-source";

/**
 * The part of a stream that is being read: bytes are appended at its end, and those that have been read are
 * taken away from its start.
 */
export class Blocks implements ShownText {
  /** Whether the stream ends with this part. */
  isLast = false;
  #buffer: Uint8Array<ArrayBuffer>;
  #size = 0;

  /** @param capacity of the block in bytes; it grows for a row that is longer */
  constructor(capacity: number) {
    this.#buffer = new Uint8Array(capacity + PADDING);
  }

  get size(): number {
    return this.#size;
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

  copy(position: number, into: Uint8Array): number {
    const part = this.bytes.subarray(position, position + into.length);
    into.set(part);
    return part.length;
  }

  /** Shows all of it. */
  show(field: Field): number {
    this.#buffer[this.#size] = LF;
    field.bytes = this.#buffer;
    field.size = this.#size;
    field.isLast = this.isLast;
    return 0;
  }

  /** Takes the first `count` bytes away. */
  drop(count: number): void {
    this.#buffer.copyWithin(0, count, this.#size);
    this.#size -= count;
  }
}
