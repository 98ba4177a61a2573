import { ParameterError, type RandomGenerator } from "@gradus/core";
import type { TensorOptions } from "../create";
import { type DType, isFloating } from "../dtype";
import { isTensor, tensorFrom } from "../factory";
import { castTo } from "../ops/convert";
import type { Operand } from "../ops/define-binary";
import type { Shape } from "../shape";
import type { Tensor } from "../tensor";

/** Where random tensors draw from, and of which type they are. */
export interface RandomOptions extends TensorOptions {
  /** Where the numbers come from: the same seed gives the same tensor. */
  readonly random: RandomGenerator;
}

/** A tensor of drawn numbers, of the type that the options ask for or `dtype`. */
export function fromDraws(
  values: Float64Array,
  shape: Shape,
  options: RandomOptions,
  dtype: DType = "float64",
): Tensor {
  const drawn = tensorFrom(values, shape, "float64");
  const x = castTo(drawn, options.dtype ?? dtype);
  if (options.requiresGrad) x.requiresGrad = true;
  return x;
}

/** A condition on a parameter, in words and as a test. */
export interface Condition {
  readonly text: string;
  readonly holds: (value: number) => boolean;
}

export const positive: Condition = {
  text: "finite numbers > 0",
  holds: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
};

export const notNegative: Condition = {
  text: "finite numbers >= 0",
  holds: (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
};

export const finite: Condition = { text: "finite numbers", holds: Number.isFinite };

export const probability: Condition = {
  text: "numbers from 0 to 1",
  holds: (value) => value >= 0 && value <= 1,
};

/** @throws ParameterError if a number, or a number in a tensor, does not meet the condition. */
export function checkParameter(
  where: string,
  name: string,
  value: Operand,
  { text, holds }: Condition,
): void {
  const bad = isTensor(value) ? value.data().find((v) => !holds(v)) : value;
  if (bad === undefined || (!isTensor(value) && typeof value === "number" && holds(value))) return;
  throw new ParameterError(`${where}: ${name} must be ${text}, got ${bad}`);
}

/**
 * A parameter's value for each element of the result: a number for all, or a tensor that broadcasts to its shape.
 * @throws ParameterError if a value does not meet the condition; ShapeError if it does not broadcast.
 */
export function parameter(
  where: string,
  name: string,
  value: Operand,
  shape: Shape,
  condition: Condition,
): (i: number) => number {
  checkParameter(where, name, value, condition);
  if (!isTensor(value)) return () => value;
  const values = value.detach().broadcastTo(shape).data();
  return (i) => values[i]!;
}

/** z·scale + loc, differentiable in tensors, of the type that was asked for. */
export function moved(z: Tensor, scale: Operand, loc: Operand, options: RandomOptions): Tensor {
  const scaled = scale === 1 ? z : z.mul(scale);
  const y = loc === 0 ? scaled : scaled.add(loc);
  const dtype = options.dtype ?? (isFloating(y.dtype) ? y.dtype : "float64");
  const x = y.astype(dtype);
  if (options.requiresGrad && !x.requiresGrad) x.requiresGrad = true;
  return x;
}
