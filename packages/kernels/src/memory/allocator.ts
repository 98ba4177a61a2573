/** Bytes of a unit: every block begins on a multiple of it and is a multiple of it long. */
const UNIT = 16;
const CLASSES = 16;
const NONE = 0;
/**
 * Blocks of this many units (4 KiB) and more begin on a cache line, a multiple of four units, and are as long
 * as the shortest of their class, so that what was freed fits whoever asks for the same size again.
 */
const LARGE = 256;
const LINE = 4;

// A block's header is one unit, four words: its length in units, twice, plus 1 if it is free; the unit at
// which the block before it begins; and, while it is free, its neighbours in the list of its size class.
const LENGTH = 0;
const BEFORE = 1;
const NEXT = 2;
const PREVIOUS = 3;

/**
 * A two-level segregated-fit allocator over a WebAssembly memory: allocation and release in constant time,
 * and neighbours that are free become one block at once.
 *
 * Positions inside are counted in units of 16 bytes; `allocate` and `free` speak of bytes.
 *
 * @see Masmano, Ripoll, Crespo and Real (2004), ECRTS, 79–88.
 */
export class Allocator {
  #words: Uint32Array;
  /** First block of each free list: 32 powers of two by 16 size classes. */
  readonly #heads = new Uint32Array(32 * CLASSES);
  readonly #classBits = new Uint32Array(32);
  #levelBits = 0;
  #end: number;
  /** The last block before the end, or NONE. */
  #last = NONE;
  #used = 0;

  /** @param start first byte of the memory that may be used */
  constructor(memory: WebAssembly.Memory, start: number) {
    this.#words = new Uint32Array(memory.buffer);
    this.#end = Math.ceil(start / UNIT);
    this.extend(memory);
  }

  /** Bytes handed out, with their headers. */
  get usedBytes(): number {
    return this.#used * UNIT;
  }

  /** Takes in what `memory.grow` has added. */
  extend(memory: WebAssembly.Memory): void {
    this.#words = new Uint32Array(memory.buffer);
    const end = memory.buffer.byteLength / UNIT;
    let block = this.#end;
    let length = end - block;
    if (length < 2) return;
    const last = this.#last;
    if (last !== NONE && this.#isFree(last)) {
      this.#unlink(last);
      block = last;
      length = end - last;
    } else {
      this.#words[block * 4 + BEFORE] = last;
    }
    this.#last = block;
    this.#end = end;
    this.#link(block, length);
  }

  /**
   * @returns the first byte of a block of at least `bytes`, on a multiple of 16, or of 64 from 4 KiB on;
   *   0 if there is none
   */
  allocate(bytes: number): number {
    const asked = Math.max(1, Math.ceil(bytes / UNIT)) + 1;
    const length = asked < LARGE ? asked : wholeClass(asked);
    let block = this.#find(length);
    if (length >= LARGE && this.#lengthOf(block) < length + gapBefore(block)) {
      block = this.#find(length + LINE + 1);
    }
    if (block === NONE) return 0;
    this.#unlink(block);
    if (length >= LARGE) block = this.#alignToLine(block);
    const whole = this.#lengthOf(block);
    if (whole - length >= 2) {
      this.#setLength(block, length, 0);
      const rest = block + length;
      this.#words[rest * 4 + BEFORE] = block;
      this.#setBeforeOfNext(block, whole, rest);
      this.#link(rest, whole - length);
      this.#used += length;
    } else {
      this.#setLength(block, whole, 0);
      this.#used += whole;
    }
    return (block + 1) * UNIT;
  }

  /** Gives back what `allocate` returned. */
  free(pointer: number): void {
    let block = pointer / UNIT - 1;
    let length = this.#lengthOf(block);
    this.#used -= length;
    const next = block + length;
    if (next < this.#end && this.#isFree(next)) {
      this.#unlink(next);
      length += this.#lengthOf(next);
    }
    const before = this.#words[block * 4 + BEFORE]!;
    if (before !== NONE && this.#isFree(before)) {
      this.#unlink(before);
      length += block - before;
      block = before;
    }
    this.#setBeforeOfNext(block, length, block);
    this.#link(block, length);
  }

  /** Cuts a free block that is in no list so that what it holds begins on a cache line; returns its rest. */
  #alignToLine(block: number): number {
    const gap = gapBefore(block);
    if (gap === 0) return block;
    const whole = this.#lengthOf(block);
    const rest = block + gap;
    this.#words[rest * 4 + BEFORE] = block;
    this.#setBeforeOfNext(block, whole, rest);
    this.#setLength(rest, whole - gap, 0);
    this.#link(block, gap);
    return rest;
  }

  #find(length: number): number {
    const index = classOf(wholeClass(length));
    let level = index >> 4;
    let bits = this.#classBits[level]! & (~0 << (index & 15));
    if (bits === 0) {
      const levels = level >= 31 ? 0 : this.#levelBits & (~0 << (level + 1));
      if (levels === 0) return NONE;
      level = lowestBit(levels);
      bits = this.#classBits[level]!;
    }
    return this.#heads[level * CLASSES + lowestBit(bits)]!;
  }

  #link(block: number, length: number): void {
    this.#setLength(block, length, 1);
    const index = classOf(length);
    const head = this.#heads[index]!;
    this.#words[block * 4 + NEXT] = head;
    this.#words[block * 4 + PREVIOUS] = NONE;
    if (head !== NONE) this.#words[head * 4 + PREVIOUS] = block;
    this.#heads[index] = block;
    this.#classBits[index >> 4]! |= 1 << (index & 15);
    this.#levelBits |= 1 << (index >> 4);
  }

  #unlink(block: number): void {
    const next = this.#words[block * 4 + NEXT]!;
    const previous = this.#words[block * 4 + PREVIOUS]!;
    if (next !== NONE) this.#words[next * 4 + PREVIOUS] = previous;
    if (previous !== NONE) {
      this.#words[previous * 4 + NEXT] = next;
      return;
    }
    const index = classOf(this.#lengthOf(block));
    this.#heads[index] = next;
    if (next !== NONE) return;
    const level = index >> 4;
    this.#classBits[level]! &= ~(1 << (index & 15));
    if (this.#classBits[level] === 0) this.#levelBits &= ~(1 << level);
  }

  #setBeforeOfNext(block: number, length: number, before: number): void {
    const next = block + length;
    if (next < this.#end) this.#words[next * 4 + BEFORE] = before;
    else this.#last = before;
  }

  #setLength(block: number, length: number, free: 0 | 1): void {
    this.#words[block * 4 + LENGTH] = length * 2 + free;
  }

  #lengthOf(block: number): number {
    return this.#words[block * 4 + LENGTH]! >>> 1;
  }

  #isFree(block: number): boolean {
    return (this.#words[block * 4 + LENGTH]! & 1) === 1;
  }
}

/** Which free list a length belongs to: level (a power of two) times 16, plus the class within it. */
function classOf(length: number): number {
  if (length < CLASSES) return length;
  const power = 31 - Math.clz32(length);
  return (power - 3) * CLASSES + ((length >> (power - 4)) & 15);
}

/** `length` rounded up to the shortest of a class: every block in that class's list is long enough. */
function wholeClass(length: number): number {
  if (length < CLASSES) return length;
  const step = 1 << (27 - Math.clz32(length));
  return Math.ceil(length / step) * step;
}

/** Units to leave out of a large block so that what it holds begins on a cache line. */
function gapBefore(block: number): number {
  const gap = (LINE - ((block + 1) % LINE)) % LINE;
  // What is left out becomes a block of its own: two units at least.
  return gap === 1 ? gap + LINE : gap;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
