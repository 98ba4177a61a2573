import { ByteStrings } from "./byte-strings";

/** Texts are no longer held as codes when, after this many, most of them were new. */
const TEXTS_TO_JUDGE = 8192;

/** Texts as codes: the place of each in a list of the different ones, in the order of their first appearance. */
export interface EncodedTexts {
  /** −1 for a missing one. */
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

/**
 * Codes for texts, by a hash of their bytes.
 *
 * @param always also where hardly a text comes twice
 * @returns nothing if hardly a text comes twice
 */
export function encodeTexts(texts: ByteStrings, always = false): EncodedTexts | undefined {
  const { bytes, ends, length } = texts;
  const codes = new Int32Array(length);
  const known = new TextCodes();
  let begin = 0;
  for (let i = 0; i < length; i++) {
    const end = ends[i]!;
    if (end < 0) {
      codes[i] = -1;
      continue;
    }
    codes[i] = known.codeOf(bytes, begin, end);
    begin = end;
    const isRare = known.size > i >> 1 && i > TEXTS_TO_JUDGE;
    if (isRare && !always) return undefined;
  }
  return { codes, dictionary: known.dictionary() };
}

/** A table of hashes of texts. */
class TextCodes {
  readonly #texts = new ByteStrings();
  #slots = new Int32Array(1024); // 1 more than the code; 0 is empty
  #hashes = new Int32Array(512);

  get size(): number {
    return this.#texts.length;
  }

  dictionary(): string[] {
    return this.#texts.decode() as string[];
  }

  /** The code of a text, a new one if it has none. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = mixed(hash) & mask;
    for (let held = slots[slot]!; held > 0; held = slots[slot]!) {
      const code = held - 1;
      if (this.#hashes[code] === hash && this.#texts.equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    const code = this.#texts.length;
    this.#texts.push(bytes, start, end);
    if (code >= this.#hashes.length) this.#enlarge();
    this.#hashes[code] = hash;
    this.#insert(code);
    return code;
  }

  #insert(code: number): void {
    const mask = this.#slots.length - 1;
    let slot = mixed(this.#hashes[code]!) & mask;
    while (this.#slots[slot]! > 0) slot = (slot + 1) & mask;
    this.#slots[slot] = code + 1;
  }

  #enlarge(): void {
    const before = this.#slots;
    const hashes = new Int32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(4 * before.length);
    for (const held of before) if (held > 0) this.#insert(held - 1);
  }
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15) ^ (hash >>> 7);
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
  return hash;
}
