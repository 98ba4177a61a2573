import { ShapeError } from "@gradus/core";
import { isTensor } from "../factory";
import { broadcastShapes, normalizeAxis, type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type Indices, resolveIndices, takePlaces } from "./places";
import { broadcastTo, reshape } from "./views";

/**
 * The entries at the given places along an axis, in that order, repeats allowed: NumPy's `x.take(i, axis)`.
 *
 * @param indices int32 or uint8 tensor of any shape, or numbers; negative ones count from the end
 * @param axis default 0
 * @returns x with the axis replaced by the axes of indices
 * @throws OutOfRangeError for a place or axis that x lacks; DTypeError for indices that are not integers.
 * @example
 * ```ts
 * take(tensor([10, 20, 30]), [2, 0]).toArray(); // [30, 10]
 * ```
 */
export function take(x: Tensor, indices: Indices, axis = 0): Tensor {
  const along = normalizeAxis("take", axis, x.ndim);
  const y = takePlaces(x, resolveIndices("take", indices, x.shape[along]!), along);
  if (!isTensor(indices) || indices.ndim === 1) return y;
  return reshape(y, x.shape.toSpliced(along, 1, ...indices.shape));
}

/**
 * For each place of `indices`, the element of x at that index along the axis and at the same place along all
 * others: takes what `argsort`, `argmax` with kept axes and the like point to. NumPy's `take_along_axis`.
 *
 * @param indices int32 or uint8 tensor with as many axes as x; the other axes broadcast against x's
 * @param axis default −1
 * @throws ShapeError unless the shapes fit; OutOfRangeError for an index or axis that x lacks; DTypeError for
 * indices that are not integers.
 * @example
 * ```ts
 * const x = tensor([[3, 1], [2, 4]]);
 * takeAlongAxis(x, x.argmax(1, { keepDims: true }), 1).toArray(); // [[3], [4]]
 * ```
 */
export function takeAlongAxis(x: Tensor, indices: Tensor, axis = -1): Tensor {
  const along = normalizeAxis("takeAlongAxis", axis, x.ndim);
  if (indices.ndim !== x.ndim) {
    throw new ShapeError(
      `takeAlongAxis: expected indices of ${x.ndim} axes for a tensor of shape ${shapeText(x.shape)}, ` +
        `got ${shapeText(indices.shape)}`,
    );
  }
  const others = broadcastShapes(
    "takeAlongAxis",
    x.shape.with(along, 1),
    indices.shape.with(along, 1),
  );
  const source = broadcastTo(x, others.with(along, x.shape[along]!));
  const places = broadcastTo(indices, others.with(along, indices.shape[along]!));
  return takeFlat(source, alongAxis("takeAlongAxis", source.shape, along, places), places.shape);
}

/** The elements at flat places, in a shape. */
export function takeFlat(x: Tensor, places: Int32Array, shape: Shape): Tensor {
  return reshape(takePlaces(reshape(x, [x.size]), places, 0), shape);
}

/**
 * For each element of `indices`, the flat place in a tensor of `shape` of the element that has this index along
 * the axis and the same place as it along the others, whose lengths in `indices` are not larger than in `shape`.
 */
export function alongAxis(where: string, shape: Shape, axis: number, indices: Tensor): Int32Array {
  const places = resolveIndices(where, indices, shape[axis]!);
  const steps = new Array<number>(shape.length);
  for (let i = shape.length - 1, step = 1; i >= 0; step *= shape[i--]!) steps[i] = step;
  const along = steps[axis]!;
  let next = 0;
  const walk = (depth: number, base: number): void => {
    const step = depth === axis ? 0 : steps[depth]!;
    const n = indices.shape[depth]!;
    if (depth === shape.length - 1) {
      for (let i = 0; i < n; i++, next++) places[next] = base + i * step + places[next]! * along;
    } else {
      for (let i = 0; i < n; i++) walk(depth + 1, base + i * step);
    }
  };
  walk(0, 0);
  return places;
}
