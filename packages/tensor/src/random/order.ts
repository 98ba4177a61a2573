import { checkInteger, ParameterError, type RandomGenerator } from "@gradus/core";
import { isTensor, tensorFrom } from "../factory";
import { take } from "../ops/take";
import { checkShape, normalizeAxis, type Shape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { checkProbabilities } from "./discrete";
import { type Draws, drawing } from "./draws";

/** Where a random order comes from. */
export interface OrderOptions {
  readonly random: RandomGenerator;
}

/**
 * The integers 0 … n − 1 in random order.
 * @returns an int32 vector
 * @throws ParameterError if n is not an integer ≥ 0.
 * @example
 * ```ts
 * permutation(5, { random: new RandomGenerator(1) }).sum().item(); // → 10
 * ```
 */
export function permutation(n: number, { random }: OrderOptions): Tensor {
  checkInteger("permutation", "n", n);
  const order = drawing(random, (draws) => shuffledPlaces(draws, n));
  return tensorFrom(order, [n], "int32");
}

/** Fisher and Yates: every order is equally likely. */
function shuffledPlaces(draws: Draws, n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draws.integer(i + 1);
    const last = order[i]!;
    order[i] = order[j]!;
    order[j] = last;
  }
  return order;
}

/** Along which axis {@link shuffle} changes the order. */
export interface ShuffleOptions extends OrderOptions {
  /** Default 0. */
  readonly axis?: number;
}

/**
 * The entries of x along an axis in random order: rows stay whole. Differentiable.
 * @returns a copy
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * shuffle(tensor([3, 3, 3]), { random: new RandomGenerator(1) }).toArray(); // → [3, 3, 3]
 * ```
 */
export function shuffle(x: Tensor, { random, axis = 0 }: ShuffleOptions): Tensor {
  const along = normalizeAxis("shuffle", axis, x.ndim);
  return take(x, permutation(x.shape[along]!, { random }), along);
}

/** How {@link choice} chooses. */
export interface ChoiceOptions extends OrderOptions {
  /** Whether an entry may come more than once. Default true. */
  readonly replace?: boolean;
  /** The probability of each entry, a vector that sums to 1. Default all the same. */
  readonly p?: Tensor;
  /** Along which axis of x; default 0. */
  readonly axis?: number;
}

/**
 * Entries of x chosen at random, or for a number n, integers from 0 to n − 1. Differentiable in x.
 *
 * @param shape how many, in place of the axis of x
 * @throws ParameterError if x is empty, p does not hold one probability for each entry, or without replacement there
 * are fewer entries (with a probability > 0) than wanted; ShapeError if p is no vector.
 * @see Efraimidis and Spirakis (2006), "Weighted random sampling with a reservoir", Information Processing Letters
 * 97(5), 181–185, for weights without replacement.
 * @example
 * ```ts
 * const random = new RandomGenerator(1);
 * choice(4, 4, { random, replace: false }).sum().item(); // → 6
 * choice(tensor([10, 20]), 3, { random, p: tensor([0, 1]) }).toArray(); // → [20, 20, 20]
 * ```
 */
export function choice(x: Tensor | number, shape: number | Shape, options: ChoiceOptions): Tensor {
  const { axis = 0, random } = options;
  const along = isTensor(x) ? normalizeAxis("choice", axis, x.ndim) : 0;
  const n = isTensor(x) ? x.shape[along]! : checkInteger("choice", "n", x, 1);
  const to = checkShape("choice", shape);
  const places = drawing(random, (draws) => choosePlaces(draws, n, sizeOf(to), options));
  if (!isTensor(x)) return tensorFrom(places, to, "int32");
  const chosen = take(x, places, along);
  return chosen.reshape(x.shape.toSpliced(along, 1, ...to));
}

function choosePlaces(draws: Draws, n: number, count: number, options: ChoiceOptions): Int32Array {
  const { replace = true, p } = options;
  const weights = p === undefined ? undefined : checkProbabilities("choice", p);
  if (n === 0 || (weights !== undefined && weights.length !== n)) {
    throw new ParameterError(
      `choice: expected at least one entry and a probability for each, got ${n} entries and ` +
        `${weights?.length ?? n} probabilities`,
    );
  }
  const possible = weights === undefined ? n : weights.filter((w) => w > 0).length;
  if (!replace && count > possible) {
    throw new ParameterError(
      `choice: expected at most ${possible} entries without replacement, got ${count}`,
    );
  }
  if (weights !== undefined) {
    return replace ? withWeights(draws, weights, count) : byKeys(draws, weights, count);
  }
  if (!replace) return shuffledPlaces(draws, n).subarray(0, count);
  return Int32Array.from({ length: count }, () => draws.integer(n));
}

/** By the distribution function: the first place at which it exceeds a uniform number. */
function withWeights(draws: Draws, weights: Float64Array, count: number): Int32Array {
  const sums = Float64Array.from(weights);
  for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1]!;
  const total = sums[sums.length - 1]!;
  return Int32Array.from({ length: count }, () => {
    const u = draws.uniform() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > u) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** The smallest of −log(u)/w come first with the probabilities of drawing one after the other. */
function byKeys(draws: Draws, weights: Float64Array, count: number): Int32Array {
  const keys = weights.map((w) => -Math.log(draws.open()) / w);
  const order = Int32Array.from({ length: weights.length }, (_, i) => i);
  return order.sort((a, b) => keys[a]! - keys[b]! || a - b).subarray(0, count);
}
