import { checkBetween, checkBoolean, type RandomGenerator } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor, filledTensor } from "../factory";
import type { Tensor } from "../tensor";
import { checkFloatingTensor } from "./fused";

/** What {@link dropout} needs to know. */
export interface DropoutOptions {
  /** The probability with which an element becomes 0. Default 0.5. */
  readonly p?: number | undefined;
  /** Where the choice comes from: the same seed drops the same elements. */
  readonly random: RandomGenerator;
  /** False for predictions, which drop nothing. Default true. */
  readonly training?: boolean | undefined;
}

/**
 * Sets each element to 0 with probability p and divides the others by 1 − p, so that the mean stays what it is.
 * Draws two numbers from `random`; the mask itself follows from them, is the same at any number of threads, and
 * takes no memory.
 *
 * @returns x's shape and dtype; x itself if p is 0 or `training` is false
 * @throws DTypeError if x is not floating; ParameterError unless 0 ≤ p ≤ 1.
 * @roadmap DL-019
 * @example
 * ```ts
 * const y = dropout(ones(1000), { p: 0.25, random: new RandomGenerator(1) });
 * y.max().item().toFixed(3); // → 1.333
 * ```
 */
export function dropout(x: Tensor, { p = 0.5, random, training = true }: DropoutOptions): Tensor {
  checkFloatingTensor("dropout", "x", x);
  checkBetween("dropout", "p", p, [0, 1]);
  checkBoolean("dropout", "training", training);
  if (!training || p === 0) return x;
  if (p === 1) return x.mul(filledTensor("dropout", [], x.dtype, 0));
  return withKey(x, p, [random.uint32(), random.uint32()]);
}

/** Dropout is linear: its gradient is dropout with the same key. */
export function withKey(input: Tensor, p: number, key: readonly [number, number]): Tensor {
  const x = contiguous(input);
  const memory = heap();
  memory.begin();
  const y = emptyTensor("dropout", x.shape, x.dtype);
  const to = addressOf(y);
  const keep = Math.round((1 - p) * 2 ** 32);
  const double = x.dtype === "float64";
  memory.kernels.dropout(double, x.size, key[0], key[1], keep, 1 / (1 - p), addressOf(x), to);
  if (!needsGrad(input)) return y;
  return record(y, "dropout", [input], (g) => [withKey(g, p, key)]);
}
