import { ValueError } from "@gradus/core";

const PIECE = 1 << 24;
const QUOTE = 0x22;

/**
 * Texts as their bytes in UTF-8, one behind the other, some of them missing; all are decoded at once, which is
 * many times faster than one by one.
 */
export class ByteStrings {
  bytes = new Uint8Array(1024);
  /** Text `k` is `bytes[begin(k), ends[k])`; for a missing one, `~ends[k]` is where the next begins. */
  ends = new Int32Array(256);
  length = 0;

  /** Where text `k` begins. */
  begin(k: number): number {
    if (k === 0) return 0;
    const end = this.ends[k - 1]!;
    return end < 0 ? ~end : end;
  }

  isMissing(k: number): boolean {
    return this.ends[k]! < 0;
  }

  /** Forgets the texts from the one numbered `length` on. */
  truncate(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** Adds `from[start, end)`, one quote for two if there are escapes. */
  push(from: Uint8Array, start: number, end: number, hasEscapes = false): void {
    let to = this.begin(this.length);
    this.#reserve(to + end - start);
    const { bytes } = this;
    for (let i = start; i < end; i++) {
      const byte = from[i]!;
      bytes[to++] = byte;
      if (hasEscapes && byte === QUOTE) i++;
    }
    this.#pushEnd(to);
  }

  pushMissing(): void {
    this.#pushEnd(~this.begin(this.length));
  }

  /** Adds texts that stand one behind the other, with their ends counted from the first byte. */
  append(bytes: Uint8Array, ends: Int32Array): void {
    const base = this.begin(this.length);
    this.#reserve(base + bytes.length);
    this.bytes.set(bytes, base);
    const n = ends.length;
    if (this.length + n > this.ends.length)
      this.reserve(Math.max(this.length + n, 2 * this.length));
    const to = this.ends.subarray(this.length, this.length + n);
    for (let i = 0; i < n; i++) {
      const end = ends[i]!;
      to[i] = end < 0 ? end - base : end + base;
    }
    this.length += n;
  }

  /** Makes room for this many texts, and for as many bytes as they will need if they go on as they began. */
  reserve(capacity: number): void {
    if (capacity <= this.ends.length) return;
    const ends = new Int32Array(capacity);
    ends.set(this.ends.subarray(0, this.length));
    this.ends = ends;
  }

  /** Whether text `k` is `from[start, end)`. */
  equals(k: number, from: Uint8Array, start: number, end: number): boolean {
    const begin = this.begin(k);
    if (this.ends[k]! - begin !== end - start) return false;
    const { bytes } = this;
    for (let i = start, j = begin; i < end; i++, j++) if (bytes[j] !== from[i]) return false;
    return true;
  }

  /** Text `k`; null if it is missing. */
  text(k: number): string | null {
    if (this.isMissing(k)) return null;
    return newDecoder().decode(this.bytes.subarray(this.begin(k), this.ends[k]!));
  }

  /** All texts. @throws TypeError if they are not UTF-8. */
  decode(): (string | null)[] {
    const decoder = newDecoder();
    const strings = new Array<string | null>(this.length);
    let k = 0;
    while (k < this.length) {
      const from = this.begin(k);
      let last = k + 1;
      while (last < this.length && this.begin(last + 1) - from <= PIECE) last++;
      const to = this.begin(last);
      const text = decoder.decode(this.bytes.subarray(from, to));
      const isASCII = text.length === to - from;
      for (let place = 0; k < last; k++) {
        if (this.isMissing(k)) {
          strings[k] = null;
          continue;
        }
        const begin = this.begin(k);
        const end = this.ends[k]!;
        const units = isASCII ? end - begin : this.#codeUnits(begin, end);
        strings[k] = text.slice(place, place + units);
        place += units;
      }
    }
    return strings;
  }

  #pushEnd(end: number): void {
    if (this.length === this.ends.length) this.reserve(2 * this.length);
    this.ends[this.length++] = end;
  }

  #reserve(needed: number): void {
    const { bytes } = this;
    if (needed <= bytes.length) return;
    if (needed >= 2 ** 31) {
      throw new ValueError("readCSV: expected less than 2 GiB of text in a column, got more");
    }
    // As much as the room for ends has texts to come, if they are as long as those before.
    const expected = this.length > 1000 ? (1.05 * needed * this.ends.length) / this.length : 0;
    const enough = Math.max(needed, Math.min(expected, 16 * needed), 2 * bytes.length);
    const larger = new Uint8Array(Math.min(2 ** 31 - 1, Math.ceil(enough)));
    larger.set(bytes);
    this.bytes = larger;
  }

  /** How many code units of UTF-16 the bytes of a text in UTF-8 are. */
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

function newDecoder(): TextDecoder {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}
