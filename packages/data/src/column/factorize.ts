/** The different values of a column, numbered in the order of their first appearance. */
export interface Factors {
  /** For each row the number of its value; −1 where it is missing. */
  readonly codes: Int32Array;
  /** For each value the first row that has it. */
  readonly firstRows: Int32Array;
}

/** Whole numbers this many times as widely spread as there are rows still get a table of their own. */
const WIDEST = 4;
const SMALL_TABLE = 1 << 16;
const RECENT = 4096; // a power of two

/** Factors of numbers; NaN is missing, and −0 is 0. */
export function factorizeNumbers(values: Float64Array): Factors {
  const range = wholeRange(values);
  return range ? byTable(values, range.least, range.size) : byHash(values);
}

/** Factors of whole numbers from 0 to `nLevels` − 1; other codes are missing. */
export function factorizeCodes(given: Int32Array | Uint8Array, nLevels: number): Factors {
  const numbers = new Int32Array(nLevels).fill(-1);
  const codes = new Int32Array(given.length);
  const firstRows: number[] = [];
  for (let i = 0; i < given.length; i++) {
    const level = given[i]!;
    if (level < 0 || level >= nLevels) {
      codes[i] = -1;
      continue;
    }
    let code = numbers[level]!;
    if (code < 0) {
      code = firstRows.push(i) - 1;
      numbers[level] = code;
    }
    codes[i] = code;
  }
  return { codes, firstRows: Int32Array.from(firstRows) };
}

/** Factors of text; null is missing. */
export function factorizeStrings(values: readonly (string | null)[]): Factors {
  const numbers = new Map<string, number>();
  // The last text seen with each of some simple hashes: most columns repeat a few values, and to compare with one text
  // is several times faster than to ask the Map.
  const recent: (string | null)[] = new Array(RECENT).fill(null);
  const recentCodes = new Int32Array(RECENT);
  const codes = new Int32Array(values.length);
  const firstRows: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === null) {
      codes[i] = -1;
      continue;
    }
    const slot = simpleHash(value);
    if (recent[slot] === value) {
      codes[i] = recentCodes[slot]!;
      continue;
    }
    let code = numbers.get(value);
    if (code === undefined) {
      code = firstRows.push(i) - 1;
      numbers.set(value, code);
    }
    recent[slot] = value;
    recentCodes[slot] = code;
    codes[i] = code;
  }
  return { codes, firstRows: Int32Array.from(firstRows) };
}

/** From the length and the first and last characters, in which short texts differ most. */
function simpleHash(text: string): number {
  const n = text.length;
  if (n === 0) return 0;
  let hash = n + 31 * text.charCodeAt(0);
  for (let i = Math.max(1, n - 4); i < n; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return (hash ^ (hash >>> 12)) & (RECENT - 1);
}

/** The least value and how many there can be from it to the greatest, if all are whole and lie close together. */
export function wholeRange(values: Float64Array): { least: number; size: number } | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== Math.floor(value) && !Number.isNaN(value)) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const size = most - least + 1;
  const largest = Math.max(SMALL_TABLE, WIDEST * values.length);
  return size >= 1 && size <= largest && Number.isSafeInteger(least) ? { least, size } : undefined;
}

function byTable(values: Float64Array, least: number, size: number): Factors {
  const numbers = new Int32Array(size); // 1 more than the code; 0 is not seen yet
  const codes = new Int32Array(values.length);
  const firstRows = new Int32Array(Math.min(size, values.length));
  let nCodes = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      codes[i] = -1;
      continue;
    }
    const place = value - least;
    if (numbers[place] === 0) {
      firstRows[nCodes++] = i;
      numbers[place] = nCodes;
    }
    codes[i] = numbers[place]! - 1;
  }
  return { codes, firstRows: firstRows.slice(0, nCodes) };
}

function byHash(values: Float64Array): Factors {
  const codes = new Int32Array(values.length);
  const table = new NumberTable();
  const firstRows: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      codes[i] = -1;
      continue;
    }
    const code = table.add(value);
    if (code === firstRows.length) firstRows.push(i);
    codes[i] = code;
  }
  return { codes, firstRows: Int32Array.from(firstRows) };
}

/** Numbers with a code each, in open addressing: a Map of numbers boxes each and is several times slower. */
export class NumberTable {
  readonly #scratch = new Float64Array(1);
  readonly #halves = new Int32Array(this.#scratch.buffer);
  #slots = new Int32Array(1024); // 1 more than the code; 0 is empty
  #keys = new Float64Array(512);
  #size = 0;

  /** How many different numbers there are. */
  get size(): number {
    return this.#size;
  }

  /** The code of a number that is not NaN, a new one if it is not there yet. */
  add(value: number): number {
    const slot = this.#find(value);
    const held = this.#slots[slot]!;
    if (held > 0) return held - 1;
    if (this.#size === this.#keys.length) {
      this.#grow();
      return this.add(value);
    }
    this.#keys[this.#size] = value;
    this.#slots[slot] = ++this.#size;
    return this.#size - 1;
  }

  /** The code of a number, −1 if it is not there. */
  get(value: number): number {
    return this.#slots[this.#find(value)]! - 1;
  }

  /** The slot that holds the number, or the empty one where it belongs. */
  #find(value: number): number {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = slots.length - 1;
    this.#scratch[0] = value + 0; // −0 + 0 is 0
    const low = this.#halves[0]!;
    const high = this.#halves[1]!;
    const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let held = slots[slot]!; held > 0 && keys[held - 1] !== value; held = slots[slot]!) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    this.#keys = new Float64Array(2 * keys.length);
    this.#keys.set(keys);
    this.#slots = new Int32Array(4 * keys.length);
    for (let code = 0; code < this.#size; code++) this.#slots[this.#find(keys[code]!)] = code + 1;
  }
}
