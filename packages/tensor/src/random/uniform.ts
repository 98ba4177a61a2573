import { describeValue, ParameterError } from "@gradus/core";
import { checkDType } from "../dtype";
import type { Operand } from "../ops/define-binary";
import { checkShape, type Shape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { drawing, uniforms } from "./draws";
import { checkParameter, finite, fromDraws, moved, type RandomOptions } from "./options";

/**
 * Numbers from the uniform distribution on [0, 1).
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none.
 * @example
 * ```ts
 * rand([2, 3], { random: new RandomGenerator(42) }).shape; // [2, 3]
 * ```
 */
export function rand(shape: number | Shape, options: RandomOptions): Tensor {
  const to = checkShape("rand", shape);
  checkDType("rand", options.dtype ?? "float64");
  return fromDraws(uniforms(options.random, sizeOf(to)), to, options);
}

/** The interval of {@link uniform}. */
export interface UniformOptions extends RandomOptions {
  /** Default 0. */
  readonly low?: Operand;
  /** Default 1. */
  readonly high?: Operand;
}

/**
 * Numbers from the uniform distribution on [low, high). Differentiable in low and high.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none or ends that are not finite; ShapeError for ends that do not
 * broadcast to the shape.
 * @example
 * ```ts
 * uniform(4, { low: 5, high: 6, random: new RandomGenerator(1) }).floor().toArray(); // → [5, 5, 5, 5]
 * ```
 */
export function uniform(shape: number | Shape, options: UniformOptions): Tensor {
  const { low = 0, high = 1, random } = options;
  checkParameter("uniform", "low", low, finite);
  checkParameter("uniform", "high", high, finite);
  const width =
    typeof high === "number" && typeof low === "number" ? high - low : difference(high, low);
  return moved(rand(shape, { random }), width, low, options);
}

function difference(high: Operand, low: Operand): Operand {
  if (typeof high === "number") return (low as Tensor).neg().add(high);
  return high.sub(low);
}

/** The range of {@link randint}. */
export interface RandintOptions extends RandomOptions {
  /** The smallest integer; default 0. */
  readonly low?: number;
  /** One more than the largest. */
  readonly high: number;
}

/**
 * Integers from low to high − 1, each equally likely.
 * @returns default dtype int32
 * @throws ParameterError for a shape that is none, or unless low < high are int32.
 * @example
 * ```ts
 * randint(100, { high: 6, random: new RandomGenerator(1) }).max().item(); // → 5
 * ```
 */
export function randint(shape: number | Shape, options: RandintOptions): Tensor {
  const { low = 0, high, random } = options;
  const to = checkShape("randint", shape);
  const fits = [low, high - 1].every((end) => Number.isInteger(end) && (end | 0) === end);
  if (!fits || low >= high) {
    throw new ParameterError(
      `randint: expected int32 low < high, got ${describeValue(low)} and ${describeValue(high)}`,
    );
  }
  const values = new Float64Array(sizeOf(to));
  drawing(random, (draws) => {
    for (let i = 0; i < values.length; i++) values[i] = low + draws.integer(high - low);
  });
  return fromDraws(values, to, options, "int32");
}
