import { DTypeError, ShapeError } from "@gradus/core";
import { isTensor, scalarTensor } from "../factory";
import { broadcastShapes, normalizeAxis, type Shape, sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { astype } from "./convert";
import type { Operand } from "./define-binary";
import { addPlaces, type Indices, putPlaces, resolveIndices } from "./places";
import { slice } from "./slice";
import { alongAxis, takeFlat } from "./take";
import { broadcastTo, flatten, reshape } from "./views";

/**
 * For each place of `indices`, the element of x at that index along the axis and at the same place along the
 * others: PyTorch's `gather`. Unlike `takeAlongAxis` it does not broadcast; `indices` may be shorter than x.
 *
 * @param indices int32 or uint8 tensor with as many axes as x, along the others not longer than x
 * @throws ShapeError unless the shapes fit; OutOfRangeError for an index or axis that x lacks; DTypeError for
 * indices that are not integers.
 * @example
 * ```ts
 * const logits = tensor([[0.1, 0.9], [0.8, 0.2]]);
 * const labels = tensor([[1], [0]], { dtype: "int32" });
 * gather(logits, 1, labels).toArray(); // [[0.9], [0.8]]
 * ```
 */
export function gather(x: Tensor, axis: number, indices: Tensor): Tensor {
  const along = checkAlong("gather", x, axis, indices);
  const ranges = indices.shape.map((n, i) => (i === along ? null : ([0, n] as const)));
  const part = slice(x, ...ranges);
  return takeFlat(part, alongAxis("gather", part.shape, along, indices), indices.shape);
}

/**
 * A copy of x in which, for each place of `indices`, the element at that index along the axis and at the same
 * place along the others is that of `values`: PyTorch's `scatter`, NumPy's `put_along_axis`. Of several values
 * for one element the last counts. Differentiable in x and values.
 *
 * @param indices as for {@link gather}
 * @param values a number, or a tensor that broadcasts to the shape of indices; takes x's dtype
 * @throws ShapeError unless the shapes fit; OutOfRangeError for an index or axis that x lacks; DTypeError for
 * indices that are not integers; ValueError for values that x's dtype cannot hold.
 * @example
 * ```ts
 * const labels = tensor([[1], [0]], { dtype: "int32" });
 * scatter(zeros([2, 3]), 1, labels, 1).toArray(); // [[0, 1, 0], [1, 0, 0]]
 * ```
 */
export function scatter(x: Tensor, axis: number, indices: Tensor, values: Operand): Tensor {
  const along = checkAlong("scatter", x, axis, indices);
  const fitted = fitValues("scatter", values, x, indices.shape);
  return putPlaces(x, alongAxis("scatter", x.shape, along, indices), fitted);
}

/**
 * Like {@link scatter}, but the values are added to what stands in x, all of them where several meet.
 *
 * @throws ShapeError unless the shapes fit; OutOfRangeError for an index or axis that x lacks; DTypeError for
 * indices that are not integers; ValueError for values or sums that x's dtype cannot hold.
 * @example
 * ```ts
 * const bins = tensor([0, 2, 2], { dtype: "int32" });
 * scatterAdd(zeros(3), 0, bins, tensor([1, 2, 3])).toArray(); // [1, 0, 5]
 * ```
 */
export function scatterAdd(x: Tensor, axis: number, indices: Tensor, values: Operand): Tensor {
  const along = checkAlong("scatterAdd", x, axis, indices);
  const fitted = fitValues("scatterAdd", values, x, indices.shape);
  return addFlat(x, alongAxis("scatterAdd", x.shape, along, indices), fitted);
}

/**
 * A copy of x to whose entries along an axis those of `values` are added, each at its index: the transpose of
 * `take`, PyTorch's `index_add`.
 *
 * @param indices int32 or uint8 tensor of one axis, or numbers; negative ones count from the end
 * @param values a number, or a tensor that broadcasts to x's shape with the axis as long as indices
 * @throws ShapeError unless the shapes fit; OutOfRangeError for an index or axis that x lacks; DTypeError for
 * indices that are not integers; ValueError for values or sums that x's dtype cannot hold.
 * @example
 * ```ts
 * indexAdd(zeros([3, 2]), 0, [2, 0, 2], 1).toArray(); // [[1, 1], [0, 0], [2, 2]]
 * ```
 */
export function indexAdd(x: Tensor, axis: number, indices: Indices, values: Operand): Tensor {
  const along = normalizeAxis("indexAdd", axis, x.ndim);
  if (isTensor(indices) && indices.ndim !== 1) {
    throw new ShapeError(
      `indexAdd: expected indices of one axis, got shape ${shapeText(indices.shape)}`,
    );
  }
  const places = resolveIndices("indexAdd", indices, x.shape[along]!);
  const fitted = fitValues("indexAdd", values, x, x.shape.with(along, places.length));
  return x.add(addPlaces(fitted, places, { shape: x.shape, axis: along }));
}

/** x plus values at flat places. */
export function addFlat(x: Tensor, places: Int32Array, values: Tensor): Tensor {
  const sums = addPlaces(flatten(values), places, { shape: [x.size], axis: 0 });
  return x.add(reshape(sums, x.shape));
}

/** Values in x's dtype, repeated to a shape. @throws ShapeError if they do not broadcast to it. */
export function fitValues(where: string, values: Operand, x: Tensor, shape: Shape): Tensor {
  if (!isTensor(values) && typeof values !== "number") {
    throw new DTypeError(`${where}: expected a tensor or a number as values, got ${typeof values}`);
  }
  const own = isTensor(values) ? values : scalarTensor(values);
  if (!sameShape(broadcastShapes(where, own.shape, shape), shape)) {
    throw new ShapeError(
      `${where}: expected values that broadcast to ${shapeText(shape)}, got ${shapeText(own.shape)}`,
    );
  }
  return broadcastTo(astype(own, x.dtype), shape);
}

function checkAlong(where: string, x: Tensor, axis: number, indices: Tensor): number {
  const along = normalizeAxis(where, axis, x.ndim);
  const fits =
    indices.ndim === x.ndim && indices.shape.every((n, i) => i === along || n <= x.shape[i]!);
  if (!fits) {
    throw new ShapeError(
      `${where}: expected indices of ${x.ndim} axes, not longer than ${shapeText(x.shape)} but along axis ` +
        `${along}, got ${shapeText(indices.shape)}`,
    );
  }
  return along;
}
