import { checkInteger, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { normalizeAxis, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { slice } from "./slice";

/**
 * x cut into parts along an axis: into so many equal ones, or at the given places. NumPy's `split`.
 *
 * @param parts a number of equal parts, or the places (from 0, ascending as a rule) before which to cut
 * @param axis default 0
 * @returns views, in order
 * @throws ShapeError if equal parts do not come out even; OutOfRangeError for an axis that x lacks;
 * ParameterError unless parts is an integer ≥ 1 or a list of integers.
 * @example
 * ```ts
 * split(arange(6), 3).map(String).length; // 3
 * split(arange(6), [2, 5]).map((part) => part.size); // [2, 3, 1]
 * ```
 */
export function split(x: Tensor, parts: number | readonly number[], axis = 0): Tensor[] {
  const along = normalizeAxis("split", axis, x.ndim);
  const length = x.shape[along]!;
  if (typeof parts !== "number") {
    if (!parts.every(Number.isInteger)) {
      throw new ParameterError(
        `split: places must be a list of integers, got ${describeValue(parts)}`,
      );
    }
    return cutAt(x, parts, along);
  }
  checkInteger("split", "parts", parts, 1);
  if (length % parts !== 0) {
    throw new ShapeError(
      `split: expected an axis that ${parts} equal parts fill, got axis ${along} of shape ` +
        `${shapeText(x.shape)}; chunk allows a shorter last part`,
    );
  }
  return cutAt(x, multiples(length / parts, parts), along);
}

/**
 * x cut along an axis into at most so many parts of one length, the last perhaps shorter. PyTorch's `chunk`.
 *
 * @param axis default 0
 * @returns views, in order; fewer than `count` if fewer fill the axis
 * @throws ParameterError unless count is an integer ≥ 1; OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * chunk(arange(7), 3).map((part) => part.size); // [3, 3, 1]
 * ```
 */
export function chunk(x: Tensor, count: number, axis = 0): Tensor[] {
  checkInteger("chunk", "count", count, 1);
  const along = normalizeAxis("chunk", axis, x.ndim);
  const length = x.shape[along]!;
  const size = Math.ceil(length / count);
  return cutAt(x, multiples(size, length === 0 ? count : Math.ceil(length / size)), along);
}

/** size, 2·size, …, (count − 1)·size. */
function multiples(size: number, count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => (i + 1) * size);
}

function cutAt(x: Tensor, places: readonly number[], axis: number): Tensor[] {
  const before = Array.from({ length: axis }, () => null);
  return Array.from({ length: places.length + 1 }, (_, i) =>
    slice(x, ...before, [places[i - 1] ?? null, places[i] ?? null]),
  );
}
