import { ValueError } from "@gradus/core";
import { BinaryKernel } from "@gradus/kernels";
import { isFloating } from "../dtype";
import { isTensor } from "../factory";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import { type BinaryGradient, commonType, defineBinaryOp, type Operand } from "./define-binary";
import { where } from "./where";

const nothing: BinaryGradient = (gradOutput) => gradOutput.mul(0);

const modulo = defineBinaryOp({
  name: "mod",
  kernel: BinaryKernel.modulo,
  operands: "numbers",
  backwardLeft: (gradOutput) => gradOutput,
  backwardRight: (gradOutput, a, b) => gradOutput.mul(asTensor(a).div(b).floor()).neg(),
});

/**
 * The rest of the division a/b rounded down, elementwise: a − b·⌊a/b⌋, with the sign of b, as Python's % and NumPy's
 * `mod`.
 * @throws ShapeError if the shapes do not broadcast; ValueError for an integer division by 0; DTypeError for bools.
 * @example
 * ```ts
 * mod(tensor([-7, 7]), 3).toArray(); // → [2, 1]
 * ```
 */
export function mod(a: Operand, b: Operand): Tensor {
  refuseZero("mod", a, b);
  return modulo(a, b);
}

const remainder = defineBinaryOp({
  name: "fmod",
  kernel: BinaryKernel.remainder,
  operands: "numbers",
  backwardLeft: (gradOutput) => gradOutput,
  backwardRight: (gradOutput, a, b) => gradOutput.mul(asTensor(a).div(b).trunc()).neg(),
});

/**
 * The rest of the division a/b rounded towards 0, elementwise, with the sign of a, as C's fmod and JavaScript's %.
 * @throws ShapeError if the shapes do not broadcast; ValueError for an integer division by 0; DTypeError for bools.
 * @example
 * ```ts
 * fmod(tensor([-7, 7]), 3).toArray(); // → [-1, 1]
 * ```
 */
export function fmod(a: Operand, b: Operand): Tensor {
  refuseZero("fmod", a, b);
  return remainder(a, b);
}

const quotient = defineBinaryOp({
  name: "floorDivide",
  kernel: BinaryKernel.floorQuotient,
  operands: "numbers",
  backwardLeft: nothing,
  backwardRight: nothing,
});

/**
 * ⌊a/b⌋, elementwise; integers stay integers. Its gradient is 0.
 * @throws ShapeError if the shapes do not broadcast; ValueError for an integer division by 0; DTypeError for bools.
 * @example
 * ```ts
 * floorDivide(tensor([-7, 7]), 2).toArray(); // → [-4, 3]
 * ```
 */
export function floorDivide(a: Operand, b: Operand): Tensor {
  refuseZero("floorDivide", a, b);
  return quotient(a, b);
}

/**
 * The size of a with the sign of b, elementwise; the sign of −0 counts.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * copysign(tensor([1, -2]), -3).toArray(); // → [-1, -2]
 * ```
 */
export const copysign = defineBinaryOp({
  name: "copysign",
  kernel: BinaryKernel.copySign,
  operands: "floating",
  // 1 where the sign stayed, −1 where it turned, 0 at 0.
  backwardLeft: (gradOutput, a, _b, y) => gradOutput.mul(asTensor(a).sign().mul(y.detach().sign())),
  backwardRight: nothing,
});

/**
 * The point between a and b: a + weight·(b − a), elementwise.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * lerp(tensor([0, 10]), tensor([4, 20]), 0.25).toArray(); // → [1, 12.5]
 * ```
 */
export function lerp(a: Tensor, b: Tensor, weight: Operand): Tensor {
  const distance = b.sub(a);
  const fromA = a.add(distance.mul(weight));
  // From the nearer end, so that lerp(a, b, 1) is b exactly.
  const fromB = () => b.sub(distance.mul(asTensor(weight).neg().add(1)));
  if (typeof weight === "number") return weight < 0.5 ? fromA : b.sub(distance.mul(1 - weight));
  return where(weight.less(0.5), fromA, fromB());
}

function refuseZero(name: string, a: Operand, b: Operand): void {
  if (isFloating(commonType(name, a, b))) return;
  if (isTensor(b) ? b.equal(0).any().item() === 0 : b !== 0) return;
  throw new ValueError(`${name}: integers cannot be divided by 0; use astype("float64") first`);
}
