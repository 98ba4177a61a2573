import { describeValue, ParameterError, ShapeError } from "@gradus/core";
import { normalizeAxis, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { takePlaces } from "./places";
import { broadcastTo, flatten, reshape } from "./views";

/**
 * x laid side by side with itself, as often along each axis as said: NumPy's `tile`. With more numbers than axes
 * x gets new axes in front; with fewer they count for the last axes. Differentiable.
 *
 * @param times how often along each axis
 * @throws ParameterError unless times holds integers ≥ 0.
 * @example
 * ```ts
 * tile(tensor([1, 2]), 2).toArray(); // [1, 2, 1, 2]
 * tile(tensor([1, 2]), [2, 1]).toArray(); // [[1, 2], [1, 2]]
 * ```
 */
export function tile(x: Tensor, times: number | readonly number[]): Tensor {
  const given = typeof times === "number" ? [times] : times;
  checkCounts("tile", given);
  const ndim = Math.max(x.ndim, given.length);
  const counts = [...new Array<number>(ndim - given.length).fill(1), ...given];
  const shape = [...new Array<number>(ndim - x.ndim).fill(1), ...x.shape];
  const apart = reshape(
    x,
    shape.flatMap((n) => [1, n]),
  );
  const repeated = broadcastTo(
    apart,
    shape.flatMap((n, i) => [counts[i]!, n]),
  );
  return reshape(
    repeated,
    shape.map((n, i) => n * counts[i]!),
  );
}

/**
 * Each entry along an axis several times in a row: NumPy's `repeat`, PyTorch's `repeat_interleave`.
 * Differentiable.
 *
 * @param times how often each entry, or a list with a number for each
 * @param axis default: x is flattened first
 * @throws ParameterError unless times holds integers ≥ 0; ShapeError for a list of another length than the axis;
 * OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * repeat(tensor([1, 2]), 2).toArray(); // [1, 1, 2, 2]
 * repeat(tensor([[1, 2], [3, 4]]), [1, 2], 0).toArray(); // [[1, 2], [3, 4], [3, 4]]
 * ```
 */
export function repeat(x: Tensor, times: number | readonly number[], axis?: number): Tensor {
  if (axis === undefined) return repeat(flatten(x), times, 0);
  const along = normalizeAxis("repeat", axis, x.ndim);
  const length = x.shape[along]!;
  const counts = typeof times === "number" ? new Array<number>(length).fill(times) : times;
  checkCounts("repeat", typeof times === "number" ? [times] : times);
  if (counts.length !== length) {
    throw new ShapeError(
      `repeat: expected ${length} numbers for axis ${along} of shape ${shapeText(x.shape)}, got ${counts.length}`,
    );
  }
  const places = counts.flatMap((count, i) => new Array<number>(count).fill(i));
  return takePlaces(x, Int32Array.from(places), along);
}

function checkCounts(where: string, counts: readonly number[]): void {
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) {
    throw new ParameterError(`${where}: times must be integers >= 0, got ${describeValue(counts)}`);
  }
}
