import { checkInteger } from "../checks";
import { ParameterError } from "../errors";
import { type PhiloxBlock, philox4x32 } from "./philox";

const TWO_POW_32 = 2 ** 32;

/** Where a generator stands in its stream. */
export interface RandomPosition {
  /** The two words of the Philox key. */
  readonly key: readonly [number, number];
  /** Which stream of the seed. */
  readonly stream: number;
  /** How many 32-bit words have been drawn. */
  readonly words: number;
  /** The second number of the last pair of normal numbers, if it is not used yet. */
  readonly spareNormal: number | undefined;
}

/**
 * A seeded stream of random numbers (Philox4x32-10): the same seed gives the same numbers in Node and in
 * every browser, whatever the number of threads.
 *
 * Streams are independent: `fork` makes a child that shares no numbers with its parent.
 *
 * @example
 * ```ts
 * const random = new RandomGenerator(42);
 * const first = random.uniform();
 * new RandomGenerator(42).uniform() === first; // → true
 * ```
 */
export class RandomGenerator {
  readonly #key: readonly [number, number];
  readonly #stream: number;
  #children = 0;
  #blockIndex = 0;
  #block: PhiloxBlock = [0, 0, 0, 0];
  #used = 4;
  #spareNormal: number | undefined;

  /**
   * @param seed an integer from 0 to 2⁵³ − 1
   * @param stream which of the 2³² independent streams of this seed; default 0
   * @throws ParameterError if either is not such an integer.
   */
  constructor(seed: number, stream = 0) {
    checkInteger("RandomGenerator", "seed", seed);
    checkInteger("RandomGenerator", "stream", stream);
    this.#key = [seed | 0, Math.floor(seed / TWO_POW_32) | 0];
    this.#stream = stream >>> 0;
  }

  /** A generator for a sub-task (a thread, a fold, a tree): independent of this one and of its siblings. */
  fork(): RandomGenerator {
    this.#children += 1;
    const [low, high, stream] = philox4x32([this.#children, this.#stream, 0, 0xf0_4c], this.#key);
    return new RandomGenerator(low + (high & 0x1f_ffff) * TWO_POW_32, stream);
  }

  /** Where this generator stands, for code that draws many numbers at once by `philox4x32` itself. */
  get position(): RandomPosition {
    return {
      key: this.#key,
      stream: this.#stream,
      words: this.#blockIndex * 4 - (4 - this.#used),
      spareNormal: this.#spareNormal,
    };
  }

  /**
   * Goes to another place of the stream, as if `words` numbers had been drawn by `uint32` from its beginning.
   * @throws ParameterError if `words` is not an integer >= 0.
   */
  moveTo(words: number, spareNormal?: number): void {
    checkInteger("RandomGenerator.moveTo", "words", words);
    this.#blockIndex = Math.floor(words / 4);
    this.#used = 4;
    for (let i = 0; i < words % 4; i++) this.uint32();
    this.#spareNormal = spareNormal;
  }

  /** The next unsigned 32-bit integer. */
  uint32(): number {
    if (this.#used === 4) {
      const low = this.#blockIndex >>> 0;
      const high = Math.floor(this.#blockIndex / TWO_POW_32);
      this.#block = philox4x32([low, high, this.#stream, 0], this.#key);
      this.#blockIndex += 1;
      this.#used = 0;
    }
    return this.#block[this.#used++]!;
  }

  /** A number from the uniform distribution on [low, high), with 53 random bits; default [0, 1). */
  uniform(low = 0, high = 1): number {
    const bits = (this.uint32() >>> 5) * 0x400_0000 + (this.uint32() >>> 6);
    return low + (high - low) * (bits / 2 ** 53);
  }

  /** A number from the normal distribution N(mean, std²), by the polar method; default N(0, 1). */
  normal(mean = 0, std = 1): number {
    return mean + std * this.#standardNormal();
  }

  /**
   * An integer from low to high − 1, each equally likely (rejection, so without modulo bias).
   * @throws ParameterError if the range is empty or wider than 2³².
   */
  integer(low: number, high: number): number {
    const range = high - low;
    if (
      !Number.isSafeInteger(low) ||
      !Number.isSafeInteger(high) ||
      range < 1 ||
      range > TWO_POW_32
    ) {
      throw new ParameterError(
        `RandomGenerator.integer: expected integers low < high at most 2^32 apart, got [${low}, ${high})`,
      );
    }
    const limit = TWO_POW_32 - (TWO_POW_32 % range);
    let bits = this.uint32();
    while (bits >= limit) bits = this.uint32();
    return low + (bits % range);
  }

  /** The integers 0 … n − 1 in random order (Fisher–Yates). */
  permutation(n: number): Int32Array {
    checkInteger("RandomGenerator.permutation", "n", n);
    const order = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.integer(0, i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  #standardNormal(): number {
    if (this.#spareNormal !== undefined) {
      const spare = this.#spareNormal;
      this.#spareNormal = undefined;
      return spare;
    }
    let u: number;
    let v: number;
    let s: number;
    do {
      u = 2 * this.uniform() - 1;
      v = 2 * this.uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const factor = Math.sqrt((-2 * Math.log(s)) / s);
    this.#spareNormal = v * factor;
    return u * factor;
  }
}
