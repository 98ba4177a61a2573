import {
  describeValue,
  ParameterError,
  type RandomGenerator,
  type RandomPosition,
} from "@gradus/core";
import { heap } from "@gradus/kernels";

const CHUNK_WORDS = 8192;

/** The next `count` words of a stream from word `at` on, in the heap's scratch room with `room` bytes behind them. */
function wordsInHeap(position: RandomPosition, at: number, count: number, room: number) {
  const memory = heap();
  const skip = at % 4;
  const nBlocks = Math.ceil((skip + count) / 16) * 4;
  const start = memory.scratch(nBlocks * 16 + room, "random");
  const [key0, key1] = position.key;
  const first = Math.floor(at / 4);
  memory.kernels.philoxBlocks(key0, key1, position.stream, first, nBlocks, start);
  return { words: start + skip * 4, behind: start + nBlocks * 16 };
}

/** Where a generator stands. @throws ParameterError without a generator, which only the type checker asks for. */
function positionOf(random: RandomGenerator): RandomPosition {
  const position: RandomPosition | undefined = random?.position;
  if (position !== undefined) return position;
  throw new ParameterError(
    `random: expected a RandomGenerator, such as new RandomGenerator(42), got ${describeValue(random)}`,
  );
}

/** n uniform numbers from [0, 1): the same as n calls of `random.uniform()`. */
export function uniforms(random: RandomGenerator, n: number): Float64Array {
  const values = new Float64Array(n);
  const position = positionOf(random);
  let at = position.words;
  for (let done = 0; done < n; ) {
    const take = Math.min(n - done, CHUNK_WORDS / 2);
    const { words, behind } = wordsInHeap(position, at, 2 * take, take * 8);
    const memory = heap();
    memory.kernels.uniformNumbers(take, words, behind);
    values.set(memory.f64.subarray(behind >>> 3, (behind >>> 3) + take), done);
    at += 2 * take;
    done += take;
  }
  random.moveTo(at, position.spareNormal);
  return values;
}

/** n standard normal numbers: the same as n calls of `random.normal()`, but for the last digit of a logarithm. */
export function normals(random: RandomGenerator, n: number): Float64Array {
  const values = new Float64Array(n);
  const position = positionOf(random);
  let at = position.words;
  let spare = position.spareNormal;
  let done = 0;
  if (n > 0 && spare !== undefined) {
    values[done++] = spare;
    spare = undefined;
  }
  while (done < n) {
    const pairs = Math.min(Math.ceil((n - done) / 2), CHUNK_WORDS / 4);
    const count = Math.ceil(pairs * 1.35 + 4) * 4;
    const { words, behind } = wordsInHeap(position, at, count, pairs * 24);
    const memory = heap();
    memory.kernels.normalPairs(pairs, words, count, behind, memory.meta);
    const [made, used] = memory.i32.subarray(memory.meta >>> 2, (memory.meta >>> 2) + 2);
    const numbers = memory.f64.subarray(behind >>> 3, (behind >>> 3) + 2 * made!);
    const take = Math.min(n - done, numbers.length);
    values.set(numbers.subarray(0, take), done);
    if (take < numbers.length) spare = numbers[take];
    at += used!;
    done += take;
  }
  random.moveTo(at, spare);
  return values;
}

/** Numbers one at a time from a generator's stream, drawn in bulk behind the scenes. */
export class Draws {
  readonly #position: RandomPosition;
  #buffer = new Uint32Array(0);
  #next = 0;
  #at: number;
  #spare: number | undefined;

  constructor(position: RandomPosition) {
    this.#position = position;
    this.#at = position.words;
    this.#spare = position.spareNormal;
  }

  /** How many words have been used from the beginning of the stream. */
  get words(): number {
    return this.#at - (this.#buffer.length - this.#next);
  }

  get spareNormal(): number | undefined {
    return this.#spare;
  }

  word(): number {
    if (this.#next === this.#buffer.length) {
      const count = Math.min(CHUNK_WORDS, Math.max(64, 4 * this.#buffer.length));
      const { words } = wordsInHeap(this.#position, this.#at, count, 0);
      this.#buffer = new Uint32Array(heap().i32.slice(words >>> 2, (words >>> 2) + count).buffer);
      this.#at += count;
      this.#next = 0;
    }
    return this.#buffer[this.#next++]!;
  }

  /** From [0, 1), as `RandomGenerator.uniform`. */
  uniform(): number {
    const high = this.word() >>> 5;
    return (high * 0x400_0000 + (this.word() >>> 6)) / 2 ** 53;
  }

  /** From (0, 1): for logarithms. */
  open(): number {
    let u = this.uniform();
    while (u === 0) u = this.uniform();
    return u;
  }

  /** A standard normal number, as `RandomGenerator.normal`. */
  normal(): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      this.#spare = v * factor;
      return u * factor;
    }
  }

  /** An integer from 0 to range − 1, as `RandomGenerator.integer`. */
  integer(range: number): number {
    const limit = 2 ** 32 - (2 ** 32 % range);
    let bits = this.word();
    while (bits >= limit) bits = this.word();
    return bits % range;
  }
}

/** Runs `work` on a generator's stream, and moves the generator behind what it has used. */
export function drawing<T>(random: RandomGenerator, work: (draws: Draws) => T): T {
  const draws = new Draws(positionOf(random));
  const result = work(draws);
  random.moveTo(draws.words, draws.spareNormal);
  return result;
}
