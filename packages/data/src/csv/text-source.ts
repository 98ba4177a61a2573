import { LF } from "./bytes";
import type { Field } from "./field";

/** A text of which any part can be had. */
export interface TextSource {
  /** How many bytes the text has. */
  readonly size: number;
  /** Copies the bytes from `position` on, as many as there are and as `into` has room for. @returns how many */
  copy(position: number, into: Uint8Array): number;
}

/** A text that shows parts of itself to a reader of fields. */
export interface ShownText extends TextSource {
  /**
   * Shows the field the text from `position` on, about `room` bytes of it, with a line end behind them.
   *
   * @returns where the part that is shown begins
   */
  show(field: Field, position: number, room: number): number;
}

/** Room behind a part for its line end and for what fast paths look ahead. */
export const PADDING = 32;

/** Bytes in memory as a text. */
export function bytesSource(bytes: Uint8Array): TextSource {
  return {
    size: bytes.length,
    copy: (position, into) => {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** A whole text, of which it holds one part at a time. */
export class WholeText implements ShownText {
  readonly size: number;
  readonly #source: TextSource;
  #part = new Uint8Array(0);

  constructor(source: TextSource) {
    this.size = source.size;
    this.#source = source;
  }

  copy(position: number, into: Uint8Array): number {
    return this.#source.copy(position, into);
  }

  show(field: Field, position: number, room: number): number {
    const wanted = Math.min(room, this.size - position);
    if (this.#part.length < wanted + PADDING) this.#part = new Uint8Array(wanted + PADDING);
    const count = this.#source.copy(position, this.#part.subarray(0, wanted));
    this.#part[count] = LF;
    field.bytes = this.#part;
    field.size = count;
    field.isLast = position + count >= this.size;
    return position;
  }
}
