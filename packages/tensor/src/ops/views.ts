import { ParameterError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { contiguous, viewOf } from "../factory";
import {
  broadcastShapes,
  broadcastStrides,
  checkSize,
  normalizeAxis,
  type Shape,
  sameShape,
  shapeText,
  sizeOf,
} from "../shape";
import type { Tensor } from "../tensor";
import { sumTo } from "./sum-to";

/**
 * Records a view, whose gradient `back` brings to x's shape. Without recording it marks the memory as shared, unless
 * the view is an intermediate result of the library.
 */
export function recordView(
  name: string,
  x: Tensor,
  view: Tensor,
  back: (gradOutput: Tensor) => Tensor,
): Tensor {
  if (needsGrad(x)) return record(view, name, [x], (gradOutput) => [back(gradOutput)]);
  if (x.requiresGrad && heap().recording === undefined) x.storage.escaped = true;
  return view;
}

/**
 * The same elements, row by row, in another shape. One length may be −1: it is worked out.
 * @returns a view where the elements lie row by row, else a copy
 * @throws ShapeError if the sizes differ or −1 cannot be worked out.
 * @example
 * ```ts
 * reshape(arange(6), [2, -1]).toArray(); // [[0, 1, 2], [3, 4, 5]]
 * ```
 */
export function reshape(x: Tensor, shape: number | Shape): Tensor {
  const to = inferShape(x, typeof shape === "number" ? [shape] : shape);
  if (sameShape(to, x.shape)) return x;
  return recordView("reshape", x, viewOf(contiguous(x), to), (g) => reshape(g, x.shape));
}

/**
 * The elements in one axis, row by row.
 * @example
 * ```ts
 * flatten(tensor([[1, 2], [3, 4]])).toArray(); // [1, 2, 3, 4]
 * ```
 */
export function flatten(x: Tensor): Tensor {
  return reshape(x, [x.size]);
}

function inferShape(x: Tensor, shape: Shape): Shape {
  const unknown = shape.indexOf(-1);
  const rest = shape.filter((length) => length !== -1);
  const fits =
    rest.every((length) => Number.isSafeInteger(length) && length >= 0) &&
    rest.length >= shape.length - 1;
  const known = sizeOf(rest);
  if (fits && unknown === -1 && known === x.size) return [...shape];
  if (fits && unknown !== -1 && known > 0 && x.size % known === 0) {
    return shape.map((length) => (length === -1 ? x.size / known : length));
  }
  throw new ShapeError(
    `reshape: expected a shape of ${x.size} elements for a tensor of shape ${shapeText(x.shape)}, ` +
      `got ${shapeText(shape)}`,
  );
}

/**
 * The axes in another order; without arguments, reversed (for a matrix, its transpose).
 *
 * @param axes for each axis of the result, which axis of x it is
 * @returns a view
 * @throws OutOfRangeError for an axis that x lacks; ParameterError unless each axis comes once.
 * @example
 * ```ts
 * transpose(tensor([[1, 2, 3]])).shape; // [3, 1]
 * ```
 */
export function transpose(x: Tensor, ...axes: number[]): Tensor {
  const { ndim } = x;
  const order =
    axes.length === 0
      ? Array.from({ length: ndim }, (_, i) => ndim - 1 - i)
      : axes.map((axis) => normalizeAxis("transpose", axis, ndim));
  if (order.length !== ndim || new Set(order).size !== ndim) {
    throw new ParameterError(
      `transpose: expected each of the ${ndim} axes once, got [${axes.join(", ")}]`,
    );
  }
  const { strides } = x;
  const view = viewOf(
    x,
    order.map((axis) => x.shape[axis]!),
    order.map((axis) => strides[axis]!),
  );
  const inverse = order.map((_, i) => order.indexOf(i));
  return recordView("transpose", x, view, (g) => transpose(g, ...inverse));
}

/**
 * Without the axes of length 1, or without the given one.
 * @returns a view
 * @throws OutOfRangeError if x lacks the axis; ShapeError if its length is not 1.
 * @example
 * ```ts
 * squeeze(tensor([[1], [2]])).toArray(); // [1, 2]
 * ```
 */
export function squeeze(x: Tensor, axis?: number): Tensor {
  if (axis === undefined) {
    return dropAxes(x, (i) => x.shape[i] === 1);
  }
  const dropped = normalizeAxis("squeeze", axis, x.ndim);
  if (x.shape[dropped] !== 1) {
    throw new ShapeError(
      `squeeze: expected length 1 at axis ${axis}, got shape ${shapeText(x.shape)}`,
    );
  }
  return dropAxes(x, (i) => i === dropped);
}

function dropAxes(x: Tensor, drop: (axis: number) => boolean): Tensor {
  const keep = x.shape.map((_, i) => i).filter((i) => !drop(i));
  const { strides } = x;
  const view = viewOf(
    x,
    keep.map((i) => x.shape[i]!),
    keep.map((i) => strides[i]!),
  );
  return recordView("squeeze", x, view, (g) => reshape(g, x.shape));
}

/**
 * With a new axis of length 1 before the given one; −1 puts it last.
 * @returns a view
 * @throws OutOfRangeError unless −ndim − 1 ≤ axis ≤ ndim.
 * @example
 * ```ts
 * unsqueeze(tensor([1, 2]), 1).toArray(); // [[1], [2]]
 * ```
 */
export function unsqueeze(x: Tensor, axis: number): Tensor {
  const at = normalizeAxis("unsqueeze", axis, x.ndim + 1);
  const view = viewOf(x, x.shape.toSpliced(at, 0, 1), x.strides.toSpliced(at, 0, 0));
  return recordView("unsqueeze", x, view, (g) => reshape(g, x.shape));
}

/**
 * Repeated, without copying, to a shape that x broadcasts to.
 * @returns a view
 * @throws ShapeError if x does not broadcast to the shape.
 * @example
 * ```ts
 * broadcastTo(tensor([1, 2]), [2, 2]).toArray(); // [[1, 2], [1, 2]]
 * ```
 */
export function broadcastTo(x: Tensor, shape: number | Shape): Tensor {
  const to = typeof shape === "number" ? [shape] : shape;
  if (sameShape(x.shape, to)) return x;
  checkSize("broadcastTo", to);
  if (!sameShape(broadcastShapes("broadcastTo", x.shape, to), to)) {
    throw new ShapeError(
      `broadcastTo: expected a shape that ${shapeText(x.shape)} can be repeated to, got ${shapeText(to)}`,
    );
  }
  const view = viewOf(x, [...to], broadcastStrides(x.shape, x.strides, to));
  return recordView("broadcastTo", x, view, (g) => sumTo(g, x.shape));
}
