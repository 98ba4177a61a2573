import { GradusError, joinArrays } from "@gradus/core";

// A fused multiply-add, a·b + c with one rounding, is the only instruction of relaxed SIMD in the kernels. It finds a,
// b and c on the stack. For an engine that has plain SIMD only, the same with two roundings:
//
//   local.set t     puts c aside
//   mul             a·b
//   local.get t
//   add             a·b + c
//
// Source: WebAssembly Core Specification 3.0, chapter 5 (binary format).

const HEADER_BYTES = 8;
const [TYPE_SECTION, FUNCTION_SECTION, CODE_SECTION] = [1, 3, 10];
const [FUNCTION_TYPE, V128] = [0x60, 0x7b];
const [LOCAL_SET, LOCAL_GET, VECTOR] = [0x21, 0x20, 0xfd];

/** By the number of a multiply-add: the multiplication and the addition of its lanes. */
const MULTIPLY_AND_ADD = new Map([
  [0x105, [0xe6, 0xe4]], // f32x4
  [0x107, [0xf2, 0xf0]], // f64x2
]);
const FIRST_RELAXED = 0x100;

/**
 * The kernels for an engine without relaxed SIMD: a multiplication and an addition in place of each fused
 * multiply-add, and all else as it was.
 *
 * @throws GradusError where it meets an instruction that it does not know.
 */
export function lowerRelaxed(binary: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const cursor = new Cursor(binary, HEADER_BYTES);
  const pieces: Bytes[] = [binary.subarray(0, HEADER_BYTES)];
  let parameterCounts: number[] = [];
  let types: number[] = [];
  while (cursor.at < binary.length) {
    const begin = cursor.at;
    const id = cursor.byte();
    const size = cursor.integer();
    const end = cursor.at + size;
    if (id === TYPE_SECTION) parameterCounts = readParameterCounts(cursor);
    if (id === FUNCTION_SECTION) types = cursor.list(() => cursor.integer());
    if (id === CODE_SECTION) {
      let index = 0;
      const bodies = cursor.list(() => lowerBody(cursor, parameterCounts[types[index++]!]!));
      const content = joinArrays(Uint8Array, [integer(bodies.length), ...bodies]);
      pieces.push([id], integer(content.length), content);
    } else {
      pieces.push(binary.subarray(begin, end));
    }
    cursor.at = end;
  }
  return joinArrays(Uint8Array, pieces);
}

/** Of each type of function, how many parameters it has; they are its first locals. */
function readParameterCounts(cursor: Cursor): number[] {
  return cursor.list(() => {
    if (cursor.byte() !== FUNCTION_TYPE) throw unknown("type", cursor.at - 1);
    const parameters = cursor.list(() => cursor.byte());
    cursor.list(() => cursor.byte());
    return parameters.length;
  });
}

/** One function's size, locals and instructions. */
function lowerBody(cursor: Cursor, parameterCount: number): Bytes {
  const begin = cursor.at;
  const size = cursor.integer();
  const locals = cursor.at;
  const end = locals + size;
  const groups = cursor.list(() => {
    const count = cursor.integer();
    cursor.byte();
    return count;
  });
  const instructions = cursor.at;
  const aside = integer(groups.reduce((sum, count) => sum + count, parameterCount));
  const pieces: Bytes[] = [];
  let copied = instructions;
  while (cursor.at < end) {
    const at = cursor.at;
    const number = cursor.instruction();
    const steps = MULTIPLY_AND_ADD.get(number);
    if (steps === undefined) {
      if (number >= FIRST_RELAXED) throw unknown("instruction", at);
      continue;
    }
    const [multiply, add] = steps.map((step) => [VECTOR, ...integer(step)]);
    pieces.push(cursor.bytes(copied, at));
    pieces.push([LOCAL_SET, ...aside, ...multiply!, LOCAL_GET, ...aside, ...add!]);
    copied = cursor.at;
  }
  if (pieces.length === 0) return cursor.bytes(begin, end);
  const groupBytes = cursor.bytes(locals + integer(groups.length).length, instructions);
  const content = joinArrays(Uint8Array, [
    integer(groups.length + 1),
    groupBytes,
    [1, V128],
    ...pieces,
    cursor.bytes(copied, end),
  ]);
  return joinArrays(Uint8Array, [integer(content.length), content]);
}

type Bytes = Uint8Array<ArrayBuffer> | readonly number[];

/** A place in a module's bytes, which what is read moves on. */
class Cursor {
  at: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.#bytes[this.at++]!;
  }

  bytes(begin: number, end: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(begin, end);
  }

  /** An integer of at most 32 bits, seven of them a byte. One that may be negative is passed over like any other. */
  integer(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.integer() }, item);
  }

  /** Passes over an instruction; gives its number if it is one of vectors, else -1. */
  instruction(): number {
    const begin = this.at;
    const code = this.byte();
    if (code === VECTOR) return this.#vectorInstruction();
    if (code === 0xfc) {
      const number = this.integer();
      // Filling memory names one memory, copying two; conversions need nothing.
      if (number > 11 || number === 8 || number === 9) throw unknown("instruction", begin);
      this.at += number === 10 ? 2 : number === 11 ? 1 : 0;
    } else if (code === 0xfe) {
      if (this.integer() === 3) this.at += 1;
      else this.#skipIntegers(2);
    } else if (code === 0x0e) {
      this.list(() => this.integer());
      this.#skipIntegers(1);
    } else {
      const operands = operandsOf(code);
      if (operands === undefined) throw unknown("instruction", begin);
      if (operands < 0) this.at -= operands;
      else this.#skipIntegers(operands);
    }
    return -1;
  }

  #vectorInstruction(): number {
    const number = this.integer();
    const hasLane = (number >= 21 && number <= 34) || (number >= 84 && number <= 91);
    const hasPlace = number <= 11 || (number >= 84 && number <= 93);
    if (hasPlace) this.#skipIntegers(2);
    if (hasLane) this.at += 1;
    // A constant, and the lanes of a shuffle.
    if (number === 12 || number === 13) this.at += 16;
    return number;
  }

  #skipIntegers(count: number): void {
    for (let i = 0; i < count; i++) this.integer();
  }
}

/** How many integers follow an instruction, or, negative, how many bytes; undefined where it is not known here. */
function operandsOf(code: number): number | undefined {
  if (code <= 0x01 || code === 0x05 || code === 0x0b || code === 0x0f) return 0;
  // Blocks, branches and calls.
  if ((code >= 0x02 && code <= 0x04) || code === 0x0c || code === 0x0d || code === 0x10) return 1;
  if (code === 0x11) return 2;
  if (code === 0x1a || code === 0x1b) return 0;
  // Locals, globals, memory and constants.
  if (code >= 0x20 && code <= 0x24) return 1;
  if (code >= 0x28 && code <= 0x3e) return 2;
  if (code >= 0x3f && code <= 0x42) return 1;
  if (code === 0x43) return -4;
  if (code === 0x44) return -8;
  return code >= 0x45 && code <= 0xc4 ? 0 : undefined;
}

function unknown(what: string, at: number): GradusError {
  return new GradusError(`kernels: there is an unknown ${what} at byte ${at} of the module`);
}

/** An integer that is not negative, seven bits a byte. */
function integer(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}
