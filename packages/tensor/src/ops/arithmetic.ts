import { ValueError } from "@gradus/core";
import { BinaryKernel, UnaryKernel } from "@gradus/kernels";
import { isFloating } from "../dtype";
import { isTensor } from "../factory";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import { defineBinaryOp, type Operand } from "./define-binary";
import { defineUnaryOp } from "./define-unary";
import { where } from "./where";

/**
 * a + b, elementwise. On two bool tensors it is "or", as in NumPy.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * add(tensor([1, 2]), 10).toArray(); // [11, 12]
 * ```
 */
export const add = defineBinaryOp({
  name: "add",
  kernel: BinaryKernel.add,
  backwardLeft: (gradOutput) => gradOutput,
  backwardRight: (gradOutput) => gradOutput,
});

/**
 * a − b, elementwise.
 * @throws ShapeError if the shapes do not broadcast; DTypeError for two bool tensors.
 * @example
 * ```ts
 * sub(10, tensor([1, 2])).toArray(); // [9, 8]
 * ```
 */
export const sub = defineBinaryOp({
  name: "sub",
  kernel: BinaryKernel.subtract,
  operands: "numbers",
  backwardLeft: (gradOutput) => gradOutput,
  backwardRight: (gradOutput) => gradOutput.neg(),
});

/**
 * a · b, elementwise. On two bool tensors it is "and", as in NumPy.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * mul(tensor([1, 2]), tensor([[3], [4]])).toArray(); // [[3, 6], [4, 8]]
 * ```
 */
export const mul = defineBinaryOp({
  name: "mul",
  kernel: BinaryKernel.multiply,
  backwardLeft: (gradOutput, _a, b) => gradOutput.mul(b),
  backwardRight: (gradOutput, a) => gradOutput.mul(a),
});

/**
 * a / b, elementwise; integers are divided as float64. x / 0 is ±∞ or NaN, as in IEEE 754.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * div(tensor([1, 2]), 4).toArray(); // [0.25, 0.5]
 * ```
 */
export const div = defineBinaryOp({
  name: "div",
  kernel: BinaryKernel.divide,
  operands: "floating",
  backwardLeft: (gradOutput, _a, b) => gradOutput.div(b),
  // d/db (a/b) = −a/b² = −y/b
  backwardRight: (gradOutput, _a, b, y) => gradOutput.mul(y).div(b).neg(),
});

const power = defineBinaryOp({
  name: "pow",
  kernel: BinaryKernel.power,
  operands: "numbers",
  // d/da aᵇ = b·aᵇ⁻¹, which is 0 for b = 0 also at a = 0.
  backwardLeft: (gradOutput, a, b) => {
    if (typeof b === "number") {
      return b === 0 ? gradOutput.mul(0) : gradOutput.mul(pow(a, b - 1).mul(b));
    }
    const flat = b.equal(0);
    // No 0⁻¹ even where it is not used: its derivative would be NaN.
    const exponent = where(flat, 1, b);
    return where(flat, 0, gradOutput.mul(pow(a, exponent.sub(1)).mul(exponent)));
  },
  // d/db aᵇ = aᵇ·log a, which at a = 0 is 0 for b ≥ 0 and not 0·(−∞).
  backwardRight: (gradOutput, a, b, y) => {
    const base = asTensor(a);
    const zero = mul(base.equal(0), asTensor(b).greaterEqual(0));
    return gradOutput.mul(y.mul(base.add(zero.astype(y.dtype)).log()));
  },
});

/**
 * aᵇ, elementwise. A negative base with a broken exponent gives NaN.
 * @throws ShapeError if the shapes do not broadcast; ValueError for integers to a negative power.
 * @example
 * ```ts
 * pow(tensor([1, 2, 3]), 2).toArray(); // [1, 4, 9]
 * ```
 */
export function pow(a: Operand, b: Operand): Tensor {
  if (typeof b === "number" && isTensor(a)) {
    if (b === 2 && a.dtype !== "bool") return square(a);
    if (b === 0.5 && isFloating(a.dtype)) return sqrt(a);
    if (b < 0 && Number.isInteger(b) && !isFloating(a.dtype)) refuseNegativePower(b);
  } else if (isTensor(b) && !isFloating(b.dtype) && isInteger(a)) {
    if (b.less(0).any().item() !== 0) refuseNegativePower("a tensor with negative numbers");
  }
  return power(a, b);
}

function isInteger(a: Operand): boolean {
  return typeof a === "number" ? Number.isInteger(a) : !isFloating(a.dtype);
}

function refuseNegativePower(exponent: number | string): never {
  throw new ValueError(
    `pow: integers may be raised to powers >= 0, got ${exponent}; use astype("float64") first`,
  );
}

/**
 * −x, elementwise.
 * @throws DTypeError for a bool tensor.
 * @example
 * ```ts
 * neg(tensor([1, -2])).toArray(); // [-1, 2]
 * ```
 */
export const neg = defineUnaryOp({
  name: "neg",
  kernel: UnaryKernel.negate,
  integers: true,
  backward: (gradOutput) => gradOutput.neg(),
});

/**
 * x², elementwise.
 * @throws DTypeError for a bool tensor.
 * @example
 * ```ts
 * square(tensor([3, -4])).toArray(); // [9, 16]
 * ```
 */
export const square = defineUnaryOp({
  name: "square",
  kernel: UnaryKernel.square,
  integers: true,
  backward: (gradOutput, x) => gradOutput.mul(x.mul(2)),
});

/**
 * √x, elementwise; NaN for x < 0.
 * @example
 * ```ts
 * sqrt(tensor([4, 9])).toArray(); // [2, 3]
 * ```
 */
export const sqrt = defineUnaryOp({
  name: "sqrt",
  kernel: UnaryKernel.squareRoot,
  // d/dx √x = 1 / (2√x)
  backward: (gradOutput, _x, y) => gradOutput.div(y.mul(2)),
});

/**
 * 1 / x, elementwise.
 * @example
 * ```ts
 * reciprocal(tensor([2, 4])).toArray(); // [0.5, 0.25]
 * ```
 */
export const reciprocal = defineUnaryOp({
  name: "reciprocal",
  kernel: UnaryKernel.reciprocal,
  // d/dx 1/x = −1/x²
  backward: (gradOutput, _x, y) => gradOutput.mul(y.square()).neg(),
});
