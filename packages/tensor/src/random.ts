import type { RandomGenerator } from "@gradus/core";
import { finish, type TensorOptions } from "./create";
import { checkDType } from "./dtype";
import { tensorFrom } from "./factory";
import { checkShape, type Shape, sizeOf } from "./shape";
import type { Tensor } from "./tensor";

/** Where random tensors draw from, and of which type they are. */
export interface RandomOptions extends TensorOptions {
  /** Where the numbers come from: the same seed gives the same tensor. */
  readonly random: RandomGenerator;
}

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
  return draw("rand", shape, options, () => options.random.uniform());
}

/**
 * Numbers from the standard normal distribution N(0, 1).
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none.
 * @example
 * ```ts
 * randn(1000, { random: new RandomGenerator(42) }).mean(); // near 0
 * ```
 */
export function randn(shape: number | Shape, options: RandomOptions): Tensor {
  return draw("randn", shape, options, () => options.random.normal());
}

function draw(
  where: string,
  shape: number | Shape,
  options: RandomOptions,
  next: () => number,
): Tensor {
  const to = checkShape(where, shape);
  const dtype = checkDType(where, options.dtype ?? "float64");
  const values = Float64Array.from({ length: sizeOf(to) }, next);
  return finish(tensorFrom(values, to, dtype), options);
}
