import { ValueError } from "@gradus/core";

const PIECE = 1 << 24;

/**
 * Strings as their bytes, one after another; all are decoded at once, which is many times faster than
 * one by one.
 */
export class ByteStrings {
  bytes = new Uint8Array(1024);
  /** String `k` is `bytes.subarray(ends[k - 1], ends[k])`. */
  ends = new Int32Array(256);
  length = 0;

  /** Where string `k` begins. */
  begin(k: number): number {
    return k === 0 ? 0 : this.ends[k - 1]!;
  }

  /** Adds `from[start, end)`, doubled quotes for one each if there are escapes. */
  push(from: Uint8Array, start: number, end: number, hasEscapes = false): void {
    let to = this.begin(this.length);
    if (to + end - start > this.bytes.length) this.#reserve(to + end - start);
    const { bytes } = this;
    for (let i = start; i < end; i++) {
      const byte = from[i]!;
      bytes[to++] = byte;
      if (hasEscapes && byte === 0x22) i++;
    }
    if (this.length === this.ends.length) {
      const ends = new Int32Array(2 * this.ends.length);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.ends[this.length++] = to;
  }

  /** Whether string `k` is `from[start, end)`. */
  equals(k: number, from: Uint8Array, start: number, end: number): boolean {
    const begin = this.begin(k);
    if (this.ends[k]! - begin !== end - start) return false;
    const { bytes } = this;
    for (let i = start, j = begin; i < end; i++, j++) if (bytes[j] !== from[i]) return false;
    return true;
  }

  /** The strings from the one numbered `first` on. @throws TypeError if they are not UTF-8. */
  decode(first = 0): string[] {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const strings = new Array<string>(this.length - first);
    let k = first;
    while (k < this.length) {
      const from = this.begin(k);
      let last = k + 1;
      while (last < this.length && this.ends[last]! - from <= PIECE) last++;
      const to = this.ends[last - 1]!;
      const text = decoder.decode(this.bytes.subarray(from, to));
      const isASCII = text.length === to - from;
      for (let place = 0; k < last; k++) {
        const begin = this.begin(k);
        const end = this.ends[k]!;
        const units = isASCII ? end - begin : this.#codeUnits(begin, end);
        strings[k - first] = text.slice(place, place + units);
        place += units;
      }
    }
    return strings;
  }

  #reserve(needed: number): void {
    if (needed >= 2 ** 31) {
      throw new ValueError(
        "readCSV: expected less than 2 GiB of different text in a column, got more",
      );
    }
    const larger = new Uint8Array(Math.min(2 ** 31, Math.max(needed, 2 * this.bytes.length)));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  /** How many code units of UTF-16 the bytes of a string in UTF-8 are. */
  #codeUnits(begin: number, end: number): number {
    let units = 0;
    for (let i = begin; i < end; i++) {
      const byte = this.bytes[i]!;
      // Bytes that continue a character add nothing; one that leads four adds two.
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }
}
