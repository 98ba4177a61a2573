import { ParameterError } from "@gradus/core";
import { type Axes, normalizeAxes, normalizeAxis } from "../shape";
import type { Tensor } from "../tensor";
import { swapAxes } from "./axes";
import { checkWhole } from "./checks";
import { concatenate } from "./join";
import { slice } from "./slice";
import { flatten, reshape } from "./views";

/**
 * The entries along the axes (default all) in reverse order.
 *
 * @returns a view
 * @throws OutOfRangeError for an axis that x lacks; ParameterError for one that comes twice.
 * @example
 * ```ts
 * flip(tensor([[1, 2], [3, 4]]), 1).toArray(); // [[2, 1], [4, 3]]
 * ```
 */
export function flip(x: Tensor, axis?: Axes): Tensor {
  const axes = normalizeAxes("flip", axis, x.ndim);
  return slice(
    x,
    ...x.shape.map((_, i) => (axes.includes(i) ? ([null, null, -1] as const) : null)),
  );
}

/**
 * The entries moved along an axis by `shift` places; those that leave at the end come back at the beginning.
 *
 * @param shift a number, or one for each of the axes
 * @param axis default: x is rolled as if it were flat
 * @throws OutOfRangeError for an axis that x lacks; ParameterError for shifts that are not integers, or not as
 * many as axes.
 * @example
 * ```ts
 * roll(tensor([1, 2, 3, 4]), 1).toArray(); // [4, 1, 2, 3]
 * ```
 */
export function roll(
  x: Tensor,
  shift: number | readonly number[],
  axis?: number | readonly number[],
): Tensor {
  if (axis === undefined) return reshape(roll(flatten(x), shift, 0), x.shape);
  const axes = typeof axis === "number" ? [axis] : axis;
  const shifts = typeof shift === "number" ? axes.map(() => shift) : shift;
  if (shifts.length !== axes.length) {
    throw new ParameterError(
      `roll: expected as many shifts as axes, got ${shifts.length} and ${axes.length}`,
    );
  }
  return axes.reduce((y, one, i) => rollAxis(y, shifts[i]!, one), x);
}

function rollAxis(x: Tensor, shift: number, axis: number): Tensor {
  checkWhole("roll", "shift", shift);
  const along = normalizeAxis("roll", axis, x.ndim);
  const length = x.shape[along]!;
  const cut = length === 0 ? 0 : ((-shift % length) + length) % length;
  if (cut === 0) return x;
  const before = Array.from({ length: along }, () => null);
  return concatenate([slice(x, ...before, [cut]), slice(x, ...before, [0, cut])], along);
}

/**
 * x turned by k quarter turns in the plane of two axes, from the first towards the second.
 *
 * @param k default 1, anticlockwise for a matrix
 * @param axes default [0, 1]
 * @returns a view
 * @throws ParameterError unless k is an integer and there are two different axes; OutOfRangeError for an axis
 * that x lacks.
 * @example
 * ```ts
 * rot90(tensor([[1, 2], [3, 4]])).toArray(); // [[2, 4], [1, 3]]
 * ```
 */
export function rot90(x: Tensor, k = 1, axes: readonly [number, number] = [0, 1]): Tensor {
  checkWhole("rot90", "k", k);
  const [a, b] = axes.map((axis) => normalizeAxis("rot90", axis, x.ndim)) as [number, number];
  if (a === b || axes.length !== 2) {
    throw new ParameterError(`rot90: expected two different axes, got [${axes.join(", ")}]`);
  }
  const turns = ((k % 4) + 4) % 4;
  if (turns === 0) return x;
  if (turns === 2) return flip(x, [a, b]);
  return turns === 1 ? swapAxes(flip(x, b), a, b) : flip(swapAxes(x, a, b), b);
}
