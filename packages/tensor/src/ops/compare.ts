import { CompareKernel } from "@gradus/kernels";
import type { DType } from "../dtype";
import { isTensor } from "../factory";
import type { Tensor } from "../tensor";
import { broadcastKernel } from "./broadcast-kernel";
import { castTo } from "./convert";
import { commonType, type Operand } from "./define-binary";

/** A number that a uint8 tensor cannot hold is compared by value, as in NumPy. */
function comparedAs(name: string, a: Operand, b: Operand): DType {
  const [x, value] = isTensor(a) ? [a, b] : [b, a];
  const beyond = typeof value === "number" && isTensor(x) && x.dtype === "uint8";
  return beyond && !(value >= 0 && value <= 255) ? "float64" : commonType(name, a, b);
}

/** A comparison gives a bool tensor, which has no gradient. */
function defineComparison(name: string, kernel: CompareKernel, swapped = false) {
  return (first: Operand, second: Operand): Tensor => {
    const dtype = comparedAs(name, first, second);
    const [a, b] = swapped ? [second, first] : [first, second];
    const left = isTensor(a) && a.dtype !== dtype ? castTo(a, dtype) : a;
    const right = isTensor(b) && b.dtype !== dtype ? castTo(b, dtype) : b;
    return broadcastKernel(name, "compare", kernel, left, right, dtype, "bool");
  };
}

/**
 * Whether a = b, elementwise; NaN equals nothing.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * equal(tensor([1, 2]), 2).toArray(); // [false, true]
 * ```
 */
export const equal = defineComparison("equal", CompareKernel.equal);

/**
 * Whether a ≠ b, elementwise; NaN differs from everything.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * notEqual(tensor([1, 2]), 2).toArray(); // [true, false]
 * ```
 */
export const notEqual = defineComparison("notEqual", CompareKernel.notEqual);

/**
 * Whether a < b, elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * less(tensor([1, 2]), 2).toArray(); // [true, false]
 * ```
 */
export const less = defineComparison("less", CompareKernel.less);

/**
 * Whether a ≤ b, elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * lessEqual(tensor([1, 2, 3]), 2).toArray(); // [true, true, false]
 * ```
 */
export const lessEqual = defineComparison("lessEqual", CompareKernel.lessEqual);

/**
 * Whether a > b, elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * greater(tensor([1, 3]), 2).toArray(); // [false, true]
 * ```
 */
export const greater = defineComparison("greater", CompareKernel.less, true);

/**
 * Whether a ≥ b, elementwise.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * greaterEqual(tensor([1, 2]), 2).toArray(); // [false, true]
 * ```
 */
export const greaterEqual = defineComparison("greaterEqual", CompareKernel.lessEqual, true);
