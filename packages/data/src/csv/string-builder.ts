import { CategoryColumn } from "../column/category-column";
import { type AnyColumn, byCodeUnits } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import { ByteStrings } from "./byte-strings";
import { CR, LF, QUOTE } from "./bytes";
import { ColumnBuilder, enlarged, Kind, ODD } from "./column-builder";
import type { Field } from "./field";
import { fitted } from "./number-builder";

/** A column is no longer held as codes when, after this many rows, most values were new. */
const ROWS_TO_JUDGE = 8192;

/**
 * A column of text. Each different text is held once, found by a hash of its bytes, and a row holds its
 * code; a column with hardly a text twice gives that up and holds one text a row.
 */
export class StringBuilder extends ColumnBuilder {
  readonly kind = Kind.STRING;
  readonly type: "string" | "category";
  /** Codes of the rows; from row `#nCoded` on the places of the texts themselves. */
  codes = new Int32Array(0);
  readonly #texts = new ByteStrings();
  #slots = new Int32Array(1024); // 1 more than the code; 0 is empty
  #hashes = new Int32Array(512);
  /** The first texts are the words for missing values. */
  readonly #nMissing: number;
  /** The code of a missing word that also came quoted, and so is a value. */
  readonly #quoted = new Map<number, number>();
  /** How many different texts the table of hashes holds. */
  #nHashed = 0;
  #isCoding = true;
  #longestMissing = 0;
  /** Room for a text without the quotes that stand for others. */
  #plain = new Uint8Array(64);

  constructor(missing: Iterable<string>, type: "string" | "category" = "string") {
    super();
    this.type = type;
    const encoder = new TextEncoder();
    for (const word of missing) {
      const bytes = encoder.encode(word);
      this.#longestMissing = Math.max(this.#longestMissing, bytes.length);
      this.#code(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    }
    this.#nMissing = this.#texts.length;
  }

  grow(capacity: number): void {
    this.codes = enlarged(this.codes, capacity);
  }

  skip(nRows: number): void {
    this.codes.fill(-1, 0, nRows);
  }

  /** Reads a text without quotes. @returns the place after it, or ODD */
  readFast(bytes: Uint8Array, start: number, row: number, delimiter: number): number {
    let i = start;
    let byte = bytes[i]!;
    if (byte === QUOTE) return ODD;
    let hash = 0;
    const highest = delimiter > CR ? delimiter : CR;
    while (byte > highest || (byte !== delimiter && byte !== LF && byte !== CR)) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      byte = bytes[++i]!;
    }
    this.codes[row] =
      this.#isCoding || i - start <= this.#longestMissing
        ? this.#codeOfPlain(bytes, start, i, hash, row)
        : this.#append(bytes, start, i);
    return i;
  }

  accept(field: Field, row: number): boolean {
    const { start, end, isQuoted, hasEscapes } = field;
    let bytes: Uint8Array = field.bytes;
    if (!isQuoted) {
      const hash = hashOf(bytes, start, end);
      this.codes[row] = this.#codeOfPlain(bytes, start, end, hash, row);
      return true;
    }
    let from = start;
    let to = end;
    if (hasEscapes) {
      if (this.#plain.length < end - start) this.#plain = new Uint8Array(2 * (end - start));
      to = unquoted(bytes, start, end, this.#plain);
      bytes = this.#plain;
      from = 0;
    }
    if (!this.#isCoding) {
      this.codes[row] = this.#append(bytes, from, to);
      return true;
    }
    const code = this.#code(bytes, from, to, hashOf(bytes, from, to));
    this.codes[row] = code < this.#nMissing ? this.#quotedCode(code, bytes, from, to) : code;
    return true;
  }

  finish(name: string, nRows: number): AnyColumn {
    const words = this.#nMissing;
    const texts = this.#texts.decode(words);
    const codes = fitted(this.codes, nRows);
    for (let i = 0; i < codes.length; i++) codes[i] = codes[i]! < words ? -1 : codes[i]! - words;
    if (this.#isCoding) {
      if (this.type === "category") return categories(name, codes, texts);
      return StringColumn.fromCodes(name, codes, texts);
    }
    const values = new Array<string | null>(nRows);
    for (let i = 0; i < nRows; i++) values[i] = codes[i]! < 0 ? null : texts[codes[i]!]!;
    return new StringColumn(name, values);
  }

  /** The code of an unquoted text, −1 for a missing word. */
  #codeOfPlain(bytes: Uint8Array, start: number, end: number, hash: number, row: number): number {
    if (!this.#isCoding) {
      const slot = this.#find(bytes, start, end, hash);
      const held = this.#slots[slot]! - 1;
      return held >= 0 && held < this.#nMissing ? -1 : this.#append(bytes, start, end);
    }
    const code = this.#code(bytes, start, end, hash);
    const isRare = this.#nHashed > row >> 1 && row > ROWS_TO_JUDGE;
    if (isRare && this.type === "string") this.#isCoding = false;
    return code < this.#nMissing ? -1 : code;
  }

  #append(bytes: Uint8Array, start: number, end: number): number {
    this.#texts.push(bytes, start, end);
    return this.#texts.length - 1;
  }

  /** The code of a text, a new one if it has none. */
  #code(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const held = this.#slots[this.#find(bytes, start, end, hash)]!;
    if (held > 0) return held - 1;
    const code = this.#append(bytes, start, end);
    if (code >= this.#hashes.length) this.#enlarge();
    this.#hashes[code] = hash;
    this.#insert(code);
    this.#nHashed++;
    return code;
  }

  #insert(code: number): void {
    const mask = this.#slots.length - 1;
    let slot = mixed(this.#hashes[code]!) & mask;
    while (this.#slots[slot]! > 0) slot = (slot + 1) & mask;
    this.#slots[slot] = code + 1;
  }

  /** The slot that holds the text, or the empty one where it belongs. */
  #find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = mixed(hash) & mask;
    for (let held = slots[slot]!; held > 0; held = slots[slot]!) {
      if (this.#hashes[held - 1] === hash && this.#texts.equals(held - 1, bytes, start, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #enlarge(): void {
    const before = this.#slots;
    this.#hashes = enlarged(this.#hashes, 2 * this.#hashes.length);
    this.#slots = new Int32Array(4 * before.length);
    for (const held of before) if (held > 0) this.#insert(held - 1);
  }

  /** A quoted word stands for itself, even if it means "missing" without the quotes. */
  #quotedCode(word: number, bytes: Uint8Array, start: number, end: number): number {
    const known = this.#quoted.get(word);
    if (known !== undefined) return known;
    const code = this.#append(bytes, start, end);
    if (code >= this.#hashes.length) this.#enlarge();
    this.#quoted.set(word, code);
    return code;
  }
}

/** A column of the texts that occur, sorted, as `categoryColumn` makes them. */
function categories(name: string, codes: Int32Array, texts: readonly string[]): CategoryColumn {
  const occurs = new Uint8Array(texts.length);
  for (const code of codes) if (code >= 0) occurs[code] = 1;
  const order = texts.flatMap((_, code) => (occurs[code] ? [code] : []));
  order.sort((a, b) => byCodeUnits(texts[a]!, texts[b]!));
  const places = new Int32Array(texts.length);
  order.forEach((code, place) => {
    places[code] = place;
  });
  const sorted = codes.map((code) => (code < 0 ? -1 : places[code]!));
  return new CategoryColumn(
    name,
    sorted,
    order.map((code) => texts[code]!),
  );
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15) ^ (hash >>> 7);
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
  return hash;
}

/** Writes the text with one quote for two. @returns its length */
function unquoted(bytes: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    to[length++] = bytes[i]!;
    if (bytes[i] === QUOTE) i++;
  }
  return length;
}
