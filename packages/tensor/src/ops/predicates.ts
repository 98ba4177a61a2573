import { checkNonNegative } from "@gradus/core";
import { full } from "../create";
import { isFloating } from "../dtype";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import type { Operand } from "./define-binary";
import { where } from "./where";

/**
 * Whether each element is NaN.
 * @returns a bool tensor
 * @example
 * ```ts
 * isNaN(tensor([1, NaN])).toArray(); // → [false, true]
 * ```
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the name that NumPy and PyTorch users look for.
export function isNaN(x: Tensor): Tensor {
  return x.notEqual(x);
}

/**
 * Whether each element is neither infinite nor NaN.
 * @returns a bool tensor
 * @example
 * ```ts
 * isFinite(tensor([1, Infinity, NaN])).toArray(); // → [true, false, false]
 * ```
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the name that NumPy and PyTorch users look for.
export function isFinite(x: Tensor): Tensor {
  if (!isFloating(x.dtype)) return full(x.shape, true);
  return x.detach().abs().less(Number.POSITIVE_INFINITY);
}

/**
 * Whether each element is ∞ or −∞.
 * @returns a bool tensor
 * @example
 * ```ts
 * isInf(tensor([1, -Infinity, NaN])).toArray(); // → [false, true, false]
 * ```
 */
export function isInf(x: Tensor): Tensor {
  if (!isFloating(x.dtype)) return full(x.shape, false);
  return x.detach().abs().equal(Number.POSITIVE_INFINITY);
}

/** How near is near for {@link isClose}. */
export interface ClosenessOptions {
  /** Allowed relative to |b|. Default 1e-5. */
  readonly rtol?: number;
  /** Allowed besides. Default 1e-8. */
  readonly atol?: number;
  /** Whether two NaN are close to each other. Default false. */
  readonly equalNaN?: boolean;
}

/**
 * Whether |a − b| ≤ atol + rtol·|b|, elementwise; equal infinities are close.
 * @returns a bool tensor
 * @throws ShapeError if the shapes do not broadcast; ParameterError for a negative tolerance.
 * @example
 * ```ts
 * isClose(tensor([1, 2]), tensor([1 + 1e-9, 2.1])).toArray(); // → [true, false]
 * ```
 */
export function isClose(
  a: Operand,
  b: Operand,
  { rtol = 1e-5, atol = 1e-8, equalNaN = false }: ClosenessOptions = {},
): Tensor {
  checkNonNegative("isClose", "rtol", rtol);
  checkNonNegative("isClose", "atol", atol);
  const x = asTensor(a).detach().astype("float64");
  const y = asTensor(b).detach().astype("float64");
  const near = x.sub(y).abs().lessEqual(y.abs().mul(rtol).add(atol));
  // An infinite b allows everything.
  const close = near.mul(isFinite(y)).add(x.equal(y));
  return equalNaN ? close.add(isNaN(x).mul(isNaN(y))) : close;
}

/**
 * Whether all elements of a and b are close: see `isClose`.
 * @throws ShapeError if the shapes do not broadcast; ParameterError for a negative tolerance.
 * @example
 * ```ts
 * allClose(tensor([0.1]).add(0.2), 0.3); // → true
 * ```
 */
export function allClose(a: Operand, b: Operand, options?: ClosenessOptions): boolean {
  return isClose(a, b, options).all().item() === 1;
}

/** What {@link nanToNum} puts in. */
export interface NanToNumOptions {
  /** In place of NaN. Default 0. */
  readonly nan?: number;
  /** In place of ∞. Default the largest number of the dtype. */
  readonly posInf?: number;
  /** In place of −∞. Default the smallest number of the dtype. */
  readonly negInf?: number;
}

/**
 * x with numbers in place of NaN and the infinities, elementwise. Their gradient is 0.
 * @example
 * ```ts
 * nanToNum(tensor([1, NaN, Infinity]), { posInf: 9 }).toArray(); // → [1, 0, 9]
 * ```
 */
export function nanToNum(x: Tensor, { nan = 0, posInf, negInf }: NanToNumOptions = {}): Tensor {
  if (!isFloating(x.dtype)) return x;
  const largest = x.dtype === "float64" ? Number.MAX_VALUE : (2 - 2 ** -23) * 2 ** 127;
  const infinite = where(x.greater(0), posInf ?? largest, negInf ?? -largest).astype(x.dtype);
  const replaced = where(isNaN(x), nan, infinite);
  return where(isFinite(x), x, replaced);
}
