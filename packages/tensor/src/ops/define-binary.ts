import { DTypeError } from "@gradus/core";
import type { BinaryKernel } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { type DType, floatingType, isFloating, promoteTypes, promoteWithNumber } from "../dtype";
import { isTensor } from "../factory";
import type { Tensor } from "../tensor";
import { broadcastKernel } from "./broadcast-kernel";
import { asTensor, astype, castTo } from "./convert";
import { sumTo } from "./sum-to";

/** An operand: a tensor, or a number that takes the tensor's type. */
export type Operand = Tensor | number;

/** The gradient with respect to one operand, in the broadcast shape. */
export type BinaryGradient = (gradOutput: Tensor, a: Operand, b: Operand, y: Tensor) => Tensor;

/** An elementwise operation of two arguments, broadcast against each other. */
export interface BinaryOp {
  readonly name: string;
  readonly kernel: BinaryKernel;
  /** `floating` computes integers as float64; `numbers` refuses bools; `any` takes them. Default any. */
  readonly operands?: "any" | "numbers" | "floating";
  /** With respect to the left operand; written with tensor operations, so that it is differentiable itself. */
  readonly backwardLeft: BinaryGradient;
  readonly backwardRight: BinaryGradient;
}

/**
 * A differentiable function of two operands, elementwise, with NumPy's broadcasting and promotion; a plain
 * number never widens a floating tensor.
 */
export function defineBinaryOp(op: BinaryOp): (a: Operand, b: Operand) => Tensor {
  const { name, kernel, operands = "any", backwardLeft, backwardRight } = op;
  return (a, b) => {
    const dtype = resultType(name, a, b, operands);
    const left = typeof a === "number" || a.dtype === dtype ? a : castTo(a, dtype);
    const right = typeof b === "number" || b.dtype === dtype ? b : castTo(b, dtype);
    const y = broadcastKernel(name, "binary", kernel, left, right, dtype, dtype);
    const recordLeft = typeof a === "object" && needsGrad(a);
    const recordRight = typeof b === "object" && needsGrad(b);
    if (!recordLeft && !recordRight) return y;
    const inputs: Tensor[] = [];
    if (recordLeft) inputs.push(a);
    if (recordRight) inputs.push(b);
    return record(y, name, inputs, (gradOutput) => {
      const gradients: Tensor[] = [];
      if (recordLeft) gradients.push(fit(backwardLeft(gradOutput, a, b, y), a));
      if (recordRight) gradients.push(fit(backwardRight(gradOutput, a, b, y), b));
      return gradients;
    });
  };
}

/**
 * The common type of two operands by NumPy's rules.
 * @throws DTypeError for what is not a tensor or number; ValueError for a whole number that uint8 cannot hold.
 */
export function commonType(name: string, a: Operand, b: Operand): DType {
  if (typeof a === "number") {
    return typeof b === "number" ? "float64" : promoteWithNumber(name, checked(name, b).dtype, a);
  }
  if (typeof b === "number") return promoteWithNumber(name, checked(name, a).dtype, b);
  return promoteTypes(checked(name, a).dtype, checked(name, b).dtype);
}

function resultType(
  name: string,
  a: Operand,
  b: Operand,
  operands: "any" | "numbers" | "floating",
): DType {
  const dtype = commonType(name, a, b);
  if (operands === "any" || isFloating(dtype)) return dtype;
  if (operands === "floating") return floatingType(dtype);
  if (dtype === "bool") {
    throw new DTypeError(`${name}: expected numbers, got two bool tensors; use astype("int32")`);
  }
  return dtype;
}

function checked(name: string, value: Tensor): Tensor {
  if (isTensor(value)) return value;
  throw new DTypeError(`${name}: expected a tensor or a number, got ${typeof value}`);
}

/** Sums a gradient over the axes on which the operand was repeated, and gives it the operand's type. */
function fit(gradient: Tensor, operand: Operand): Tensor {
  const x = asTensor(operand);
  return astype(sumTo(gradient, x.shape), x.dtype);
}
