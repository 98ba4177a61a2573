import { DTypeError, ValueError } from "@gradus/core";
import { BinaryKernel } from "@gradus/kernels";
import { isFloating } from "../dtype";
import { isTensor } from "../factory";
import type { Tensor } from "../tensor";
import { broadcastKernel } from "./broadcast-kernel";
import { asTensor, castTo } from "./convert";
import { commonType, type Operand } from "./define-binary";

/** An operation on integers or bools, which has no gradient. */
function defineIntegerOp(name: string, kernel: BinaryKernel, bools: boolean) {
  return (a: Operand, b: Operand): Tensor => {
    const dtype = commonType(name, a, b);
    if (isFloating(dtype) || (dtype === "bool" && !bools)) {
      const expected = bools ? "integers or bools" : "integers";
      throw new DTypeError(`${name}: expected ${expected}, got ${dtype}`);
    }
    const left = isTensor(a) ? castTo(a, dtype) : a;
    const right = isTensor(b) ? castTo(b, dtype) : b;
    return broadcastKernel(name, "binary", kernel, left, right, dtype, dtype);
  };
}

/**
 * The bits that a and b both have, elementwise; on bools "and".
 * @throws DTypeError for floating operands; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * bitwiseAnd(tensor([6], { dtype: "int32" }), 3).toArray(); // → [2]
 * ```
 */
export const bitwiseAnd = defineIntegerOp("bitwiseAnd", BinaryKernel.bitAnd, true);

/**
 * The bits that a or b has, elementwise; on bools "or".
 * @throws DTypeError for floating operands; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * bitwiseOr(tensor([6], { dtype: "int32" }), 3).toArray(); // → [7]
 * ```
 */
export const bitwiseOr = defineIntegerOp("bitwiseOr", BinaryKernel.bitOr, true);

/**
 * The bits that either a or b has, elementwise; on bools "either … or".
 * @throws DTypeError for floating operands; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * bitwiseXor(tensor([6], { dtype: "int32" }), 3).toArray(); // → [5]
 * ```
 */
export const bitwiseXor = defineIntegerOp("bitwiseXor", BinaryKernel.bitXor, true);

/**
 * All bits turned, elementwise: −x − 1, for uint8 255 − x; on bools "not".
 * @throws DTypeError for a floating tensor.
 * @example
 * ```ts
 * bitwiseNot(tensor([6], { dtype: "int32" })).toArray(); // → [-7]
 * ```
 */
export function bitwiseNot(x: Tensor): Tensor {
  if (isFloating(x.dtype)) {
    throw new DTypeError(`bitwiseNot: expected integers or bools, got ${x.dtype}`);
  }
  if (x.dtype === "bool") return x.equal(0);
  return bitwiseXor(x, x.dtype === "uint8" ? 255 : -1);
}

const shiftedLeft = defineIntegerOp("leftShift", BinaryKernel.shiftLeft, false);
const shiftedRight = defineIntegerOp("rightShift", BinaryKernel.shiftRight, false);

/**
 * a with its bits moved up by b places, elementwise: a·2ᵇ, cut off at 32 bits.
 * @throws DTypeError for operands that are not integers; ValueError for a negative b; ShapeError if the shapes do not
 * broadcast.
 * @example
 * ```ts
 * leftShift(tensor([3], { dtype: "int32" }), 2).toArray(); // → [12]
 * ```
 */
export function leftShift(a: Operand, b: Operand): Tensor {
  refuseNegative("leftShift", b);
  return shiftedLeft(a, b);
}

/**
 * a with its bits moved down by b places, elementwise: ⌊a/2ᵇ⌋.
 * @throws DTypeError for operands that are not integers; ValueError for a negative b; ShapeError if the shapes do not
 * broadcast.
 * @example
 * ```ts
 * rightShift(tensor([13], { dtype: "int32" }), 2).toArray(); // → [3]
 * ```
 */
export function rightShift(a: Operand, b: Operand): Tensor {
  refuseNegative("rightShift", b);
  return shiftedRight(a, b);
}

function refuseNegative(name: string, b: Operand): void {
  const negative = isTensor(b) ? b.less(0).any().item() === 1 : b < 0;
  if (negative) throw new ValueError(`${name}: expected places >= 0, got negative ones`);
}

/**
 * Whether a and b are both true (not 0), elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * logicalAnd(tensor([1, 2]), tensor([0, 3])).toArray(); // → [false, true]
 * ```
 */
export function logicalAnd(a: Operand, b: Operand): Tensor {
  return bitwiseAnd(truth(a), truth(b));
}

/**
 * Whether a or b is true (not 0), elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * logicalOr(tensor([1, 0]), tensor([0, 0])).toArray(); // → [true, false]
 * ```
 */
export function logicalOr(a: Operand, b: Operand): Tensor {
  return bitwiseOr(truth(a), truth(b));
}

/**
 * Whether exactly one of a and b is true (not 0), elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * logicalXor(tensor([1, 1]), tensor([0, 2])).toArray(); // → [true, false]
 * ```
 */
export function logicalXor(a: Operand, b: Operand): Tensor {
  return bitwiseXor(truth(a), truth(b));
}

/**
 * Whether x is false (0), elementwise.
 * @returns a bool tensor
 * @example
 * ```ts
 * logicalNot(tensor([0, 2])).toArray(); // → [true, false]
 * ```
 */
export function logicalNot(x: Operand): Tensor {
  return asTensor(x).equal(0);
}

function truth(x: Operand): Tensor {
  return asTensor(x).notEqual(0);
}
