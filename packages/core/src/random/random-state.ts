import { ParameterError } from "../errors";

const N = 624;
const M = 397;

/**
 * MT19937 with the seeding and the shuffle of NumPy's legacy `RandomState`, which scikit-learn uses:
 * for the same integer seed, splits and permutations are the same as in Python.
 *
 * For everything else use `RandomGenerator`, whose streams can be forked.
 *
 * @see Matsumoto and Nishimura (1998), ACM TOMACS 8(1), 3–30.
 * @example
 * ```ts
 * new RandomState(42).permutation(5); // → Int32Array [1, 4, 2, 0, 3]
 * ```
 */
export class RandomState {
  readonly #state = new Uint32Array(N);
  #position = N;
  #spare: number | undefined;

  /** @throws ParameterError if `seed` is not an integer from 0 to 2³² − 1. */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new ParameterError(
        `RandomState: seed must be an integer from 0 to 2^32 - 1, got ${seed}`,
      );
    }
    this.#state[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = this.#state[i - 1]!;
      this.#state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
  }

  /** The next unsigned 32-bit integer. */
  uint32(): number {
    if (this.#position === N) this.#twist();
    let y = this.#state[this.#position++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** A number from the uniform distribution on [0, 1), with 53 random bits. */
  uniform(): number {
    return ((this.uint32() >>> 5) * 0x400_0000 + (this.uint32() >>> 6)) / 2 ** 53;
  }

  /** A number from the standard normal distribution, as NumPy's `RandomState.standard_normal()` gives them, but for the last bit. */
  normal(): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    // Marsaglia's polar method: a point of the unit disc makes two numbers, of which NumPy gives the second first.
    for (;;) {
      const [x, y] = [2 * this.uniform() - 1, 2 * this.uniform() - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = factor * x;
      return factor * y;
    }
  }

  /**
   * An integer from low to high − 1, as NumPy's `RandomState.randint(low, high)` gives them.
   * @throws ParameterError unless low < high are integers at most 2³² apart.
   */
  integer(low: number, high: number): number {
    const range = high - low;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || range < 1 || range > 2 ** 32) {
      throw new ParameterError(
        `RandomState.integer: expected integers low < high at most 2^32 apart, got [${low}, ${high})`,
      );
    }
    // NumPy draws nothing where there is nothing to choose.
    return range === 1 ? low : low + this.#upTo(range - 1);
  }

  /** The integers 0 … n − 1 in random order, as NumPy's `RandomState.permutation(n)` gives them. */
  permutation(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.#upTo(i);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  /** An integer from 0 to max: masked rejection, the method of NumPy's legacy shuffle. */
  #upTo(max: number): number {
    const mask = 0xffffffff >>> Math.clz32(max);
    let value = (this.uint32() & mask) >>> 0;
    while (value > max) value = (this.uint32() & mask) >>> 0;
    return value;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < N; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % N]! & 0x7fffffff);
      state[i] = state[(i + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#position = 0;
  }
}
